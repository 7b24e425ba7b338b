// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/clean_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"

namespace wenlan::hub {
namespace {

bool is_space(char32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x3000 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029;
}

bool is_dropped(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0xFEFF ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || (c >= 0xFFF9 && c <= 0xFFFB) || c >= 0xE0000;
}

std::string lower(std::string_view text) {
    std::string out{text};
    std::transform(out.begin(), out.end(), out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

bool looks_like_html(std::string_view text) {
    if (text.find('<') == std::string_view::npos) return false;
    const std::string low = lower(text);
    constexpr std::array signs{"<br",     "</p>",  "</b>",  "</a>",    "</div>",
                               "</span>", "</li>", "</ul>", "</body>", "</html>"};
    return std::any_of(signs.begin(), signs.end(),
                       [&](const char* sign) { return low.find(sign) != std::string::npos; });
}

struct Entity {
    std::string_view name;
    std::string_view text;
};
constexpr Entity entities[] = {{"&amp;", "&"}, {"&lt;", "<"},   {"&gt;", ">"},   {"&quot;", "\""},
                               {"&#39;", "'"}, {"&apos;", "'"}, {"&nbsp;", " "}, {"&#160;", " "}};

// "<br>", "</p>" and their like end a line.
bool ends_line(std::string_view tag) {
    const std::string low = lower(tag.substr(0, 8));
    for (const std::string_view name : {"br", "/p", "/div", "/li", "/h", "/tr"}) {
        if (low.starts_with(name)) return true;
    }
    return false;
}

std::string without_html(std::string_view text) {
    constexpr std::size_t tag_bytes_max = 4096;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char next = at + 1 < text.size() ? text[at + 1] : '\0';
        const bool tag =
            text[at] == '<' &&
            (next == '/' || (lower({&next, 1})[0] >= 'a' && lower({&next, 1})[0] <= 'z'));
        const std::size_t close =
            tag ? text.substr(at, tag_bytes_max).find('>') : std::string_view::npos;
        if (close != std::string_view::npos) {
            if (ends_line(text.substr(at + 1, close - 1))) out += '\n';
            at += close + 1;
            continue;
        }
        const auto* entity = std::find_if(
            std::begin(entities), std::end(entities),
            [&](const Entity& candidate) { return text.substr(at).starts_with(candidate.name); });
        if (entity != std::end(entities)) {
            out += entity->text;
            at += entity->name.size();
            continue;
        }
        out += text[at++];
    }
    return out;
}

// Appends with white space made single and none at the ends.
void append_line(std::string& out, std::u32string_view line) {
    bool space_due = false;
    bool begun = false;
    for (const char32_t c : line) {
        if (is_space(c)) {
            space_due = begun;
        } else if (!is_dropped(c)) {
            if (space_due) out += ' ';
            base::utf8::append(out, c);
            space_due = false;
            begun = true;
        }
    }
}

}  // namespace

std::string clean_line(std::string_view text) {
    const auto decoded = base::utf8::decode(text);
    std::string out;
    append_line(out, {decoded.data(), decoded.size()});
    return out;
}

std::string clean_paragraphs(std::string_view text) {
    const auto decoded =
        base::utf8::decode(looks_like_html(text) ? without_html(text) : std::string{text});
    std::u32string_view rest{decoded.data(), decoded.size()};
    std::string out;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(U"\n\r\u2028\u2029"), rest.size());
        std::string line;
        append_line(line, rest.substr(0, end));
        if (!line.empty()) {
            if (!out.empty()) out += '\n';
            out += line;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
}

bool damaged(std::string_view text) { return text.find("\xEF\xBF\xBD") != std::string_view::npos; }

bool has_han(std::string_view text) {
    const auto decoded = base::utf8::decode(text);
    return std::any_of(decoded.begin(), decoded.end(), [](char32_t c) {
        return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
               (c >= 0x20000 && c <= 0x3FFFF);
    });
}

std::string cut(std::string_view text, std::size_t characters_max) {
    if (text.size() <= characters_max) return std::string{text};
    auto decoded = base::utf8::decode(text);
    if (decoded.size() <= characters_max) return std::string{text};
    decoded.resize(characters_max > 0 ? characters_max - 1 : 0);
    return base::utf8::encode(decoded) + "…";
}

std::string folded(std::string_view text) {
    std::string out;
    for (char32_t c : base::utf8::decode(text)) {
        if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
        if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
        if (!is_space(c) && !is_dropped(c)) base::utf8::append(out, c);
    }
    return out;
}

}  // namespace wenlan::hub
