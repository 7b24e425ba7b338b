// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/pocket/fields.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace wenlan::hub::pocket {

namespace {

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string decoded(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '%' && i + 2 < text.size() && digit_of(text[i + 1]) >= 0 &&
                            digit_of(text[i + 2]) >= 0;
        if (escape) {
            plain += static_cast<char>(digit_of(text[i + 1]) * 16 + digit_of(text[i + 2]));
            i += 2;
        } else if (text[i] == '+') {
            plain += ' ';
        } else if (text[i] != '\r') {
            plain += text[i];
        }
    }
    // Browsers send the ends of lines as CRLF.
    std::string lines;
    for (const char c : base::utf8::repaired(plain)) {
        if (c != '\r') lines += c;
    }
    return lines;
}

std::string mac_of(std::string_view body, std::string_view use, const sync::FieldKey& key) {
    std::string text(body);
    text += '\n';
    text += use;
    return sync::keyed_hash(key, "form", text).hex();
}

}  // namespace

std::string_view Fields::first(std::string_view name) const {
    for (const auto& [field, value] : all) {
        if (field == name) return value;
    }
    return {};
}

std::vector<std::string_view> Fields::every(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& [field, value] : all) {
        if (field == name) values.push_back(value);
    }
    return values;
}

std::optional<Fields> read_fields(const net::HttpRequest& request) {
    const std::string_view type = net::header(request.headers, "content-type");
    if (!type.starts_with("application/x-www-form-urlencoded")) return std::nullopt;
    if (request.body.size() > form_bytes_max) return std::nullopt;
    Fields fields;
    std::string_view rest = request.body;
    while (!rest.empty()) {
        const std::string_view one = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), one.size() + 1));
        if (one.empty()) continue;
        if (fields.all.size() == form_fields_max) return std::nullopt;
        const std::size_t equals = one.find('=');
        const std::string_view value =
            equals == std::string_view::npos ? std::string_view{} : one.substr(equals + 1);
        fields.all.emplace_back(decoded(one.substr(0, equals)), decoded(value));
    }
    return fields;
}

bool from_own_page(const net::HttpRequest& request) {
    const std::string_view site = net::header(request.headers, "sec-fetch-site");
    if (!site.empty() && site != "same-origin" && site != "none") return false;
    const std::string_view origin = net::header(request.headers, "origin");
    if (origin.empty()) return true;  // an old browser: the token has to do
    const std::size_t at = origin.find("://");
    return at != std::string_view::npos &&
           origin.substr(at + 3) == net::header(request.headers, "host");
}

std::string write_token(const FormToken& token, std::string_view use, const sync::FieldKey& key) {
    const std::string body =
        std::to_string(token.made.time_since_epoch().count()) + "-" + token.id.hex();
    return body + "-" + mac_of(body, use, key);
}

std::optional<FormToken> read_token(std::string_view text, std::string_view use,
                                    const sync::FieldKey& key) {
    const std::size_t last = text.rfind('-');
    if (last == std::string_view::npos) return std::nullopt;
    const std::string_view body = text.substr(0, last);
    const std::string mac = mac_of(body, use, key);
    if (!sync::equal_in_constant_time(mac, text.substr(last + 1))) return std::nullopt;
    const std::size_t middle = body.find('-');
    if (middle == std::string_view::npos) return std::nullopt;
    std::int64_t made_ms = 0;
    const auto [end, problem] = std::from_chars(body.data(), body.data() + middle, made_ms);
    const auto id = domain::SignUpId::of_hex(body.substr(middle + 1));
    if (problem != std::errc{} || end != body.data() + middle || !id) return std::nullopt;
    return FormToken{base::Instant{base::Duration{made_ms}}, *id};
}

}  // namespace wenlan::hub::pocket
