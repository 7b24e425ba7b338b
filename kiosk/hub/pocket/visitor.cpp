// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/pocket/visitor.h"

#include <algorithm>
#include <cstdlib>

namespace wenlan::hub::pocket {

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// The part before the first `mark`, which is taken off with it.
std::string_view take_until(std::string_view& text, char mark) {
    const std::size_t at = text.find(mark);
    const std::string_view part = text.substr(0, at);
    text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
    return trimmed(part);
}

double weight_of(std::string_view parameters) {
    const std::size_t at = parameters.find("q=");
    if (at == std::string_view::npos) return 1;
    return std::clamp(std::strtod(std::string(parameters.substr(at + 2, 6)).c_str(), nullptr), 0.0,
                      1.0);
}

std::string network_of(const std::string& address) {
    if (address.find(':') == std::string::npos) return address;
    std::size_t end = 0;
    for (int groups = 0; groups < 4 && end != std::string::npos; ++groups) {
        end = address.find(':', end + 1);
    }
    return address.substr(0, end);
}

}  // namespace

base::Language preferred_language(std::string_view accept_language) {
    constexpr std::size_t header_bytes_max = 500;
    std::string_view rest = accept_language.substr(0, header_bytes_max);
    double zh = 0;
    double en = 0;
    while (!rest.empty()) {
        std::string_view one = take_until(rest, ',');
        const std::string_view tag = take_until(one, ';');
        const double weight = weight_of(one);
        const auto begins = [tag](char first, char second) {
            return tag.size() >= 2 && (tag[0] | 0x20) == first && (tag[1] | 0x20) == second;
        };
        if (begins('z', 'h')) zh = std::max(zh, weight);
        if (begins('e', 'n')) en = std::max(en, weight);
    }
    return en > zh ? base::Language::en : base::Language::zh;
}

std::string address_of(const net::HttpRequest& request) {
    const bool proxy =
        request.peer == "127.0.0.1" || request.peer == "::1" || request.peer == "::ffff:127.0.0.1";
    const std::string_view forwarded = net::header(request.headers, "x-forwarded-for");
    if (!proxy || forwarded.empty()) return network_of(request.peer);
    // The last one is the proxy's own word.
    const std::size_t comma = forwarded.rfind(',');
    const std::string_view last =
        trimmed(comma == std::string_view::npos ? forwarded : forwarded.substr(comma + 1));
    constexpr std::size_t address_bytes_max = 60;
    return network_of(std::string(last.substr(0, address_bytes_max)));
}

Visitor visitor_of(const net::HttpRequest& request, base::Instant now) {
    Visitor visitor;
    visitor.now = now;
    visitor.address = address_of(request);
    visitor.language = preferred_language(net::header(request.headers, "accept-language"));
    const auto chosen = request.query.find("lang");
    if (chosen != request.query.end() && (chosen->second == "zh" || chosen->second == "en")) {
        visitor.chose_language = true;
        visitor.language = chosen->second == "en" ? base::Language::en : base::Language::zh;
    }
    return visitor;
}

std::string Visitor::query() const {
    if (!chose_language) return {};
    return language == base::Language::en ? "?lang=en" : "?lang=zh";
}

}  // namespace wenlan::hub::pocket
