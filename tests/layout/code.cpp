// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/code.h"

#include <algorithm>
#include <cctype>
#include <regex>

namespace wenlan::layout {
namespace {

// Blanks source[from, to) but keeps its line ends.
void blank(std::string& text, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < std::min(to, text.size()); ++i)
        if (text[i] != '\n') text[i] = ' ';
}

bool part_of_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// The end of the raw string whose R stands at `at`, or npos if there is none.
std::size_t raw_string_end(const std::string& text, std::size_t at) {
    if (text.compare(at, 2, "R\"") != 0) return std::string::npos;
    if (at > 0 && part_of_name(text[at - 1])) {
        const char before = text[at - 1];
        if (before != 'u' && before != 'U' && before != 'L' && before != '8')
            return std::string::npos;
    }
    const std::size_t open = text.find('(', at);
    if (open == std::string::npos) return std::string::npos;
    const std::string close = ")" + text.substr(at + 2, open - at - 2) + "\"";
    const std::size_t end = text.find(close, open);
    return end == std::string::npos ? text.size() : end + close.size();
}

// The end of the literal that begins with the quote at `at`.
std::size_t literal_end(const std::string& text, std::size_t at) {
    const char quote = text[at];
    std::size_t i = at + 1;
    while (i < text.size() && text[i] != quote && text[i] != '\n') i += text[i] == '\\' ? 2 : 1;
    return std::min(i + 1, text.size());
}

// 1'000'000: a quote between digits separates them.
bool digit_separator(const std::string& text, std::size_t at) {
    return at > 0 && at + 1 < text.size() &&
           std::isxdigit(static_cast<unsigned char>(text[at - 1])) &&
           std::isxdigit(static_cast<unsigned char>(text[at + 1])) &&
           // not u8'a' or x == 'a'
           text[at + 1] != '\'' && !(at + 2 < text.size() && text[at + 2] == '\'');
}

// The end of a preprocessor line, lines joined by a backslash included.
std::size_t directive_end(const std::string& text, std::size_t at) {
    std::size_t end = text.find('\n', at);
    while (end != std::string::npos && end > 0 && text[end - 1] == '\\')
        end = text.find('\n', end + 1);
    return end == std::string::npos ? text.size() : end;
}

bool first_on_line(const std::string& text, std::size_t at) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
    return at == 0 || text[at - 1] == '\n';
}

}  // namespace

std::vector<Include> includes_of(std::string_view source) {
    static const std::regex pattern(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
    std::vector<Include> found;
    int line = 0;
    std::size_t at = 0;
    while (at < source.size()) {
        ++line;
        const std::size_t end = std::min(source.find('\n', at), source.size());
        const std::string text(source.substr(at, end - at));
        std::smatch match;
        if (std::regex_search(text, match, pattern))
            found.push_back({match[2], match[1] == "\"", line});
        at = end + 1;
    }
    return found;
}

std::string without_comments(std::string_view source) {
    std::string text(source);
    std::size_t i = 0;
    while (i < text.size()) {
        std::size_t end = i + 1;
        if (text.compare(i, 2, "//") == 0) {
            end = std::min(text.find('\n', i), text.size());
            blank(text, i, end);
        } else if (text.compare(i, 2, "/*") == 0) {
            const std::size_t close = text.find("*/", i + 2);
            end = close == std::string::npos ? text.size() : close + 2;
            blank(text, i, end);
        } else if (text[i] == '#' && first_on_line(text, i)) {
            end = directive_end(text, i);
            blank(text, i, end);
        } else if (text[i] == 'R' && raw_string_end(text, i) != std::string::npos) {
            end = raw_string_end(text, i);
            blank(text, i + 2, end - 1);
            text[i] = ' ';
        } else if (text[i] == '"' || (text[i] == '\'' && !digit_separator(text, i))) {
            end = literal_end(text, i);
            blank(text, i + 1, end - 1);
        }
        i = end;
    }
    return text;
}

}  // namespace wenlan::layout
