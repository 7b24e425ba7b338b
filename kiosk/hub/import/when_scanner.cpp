// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/when_scanner.h"

#include "base/utf8.h"
#include "hub/import/clean_text.h"

namespace wenlan::hub {
namespace {

char32_t plain(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
    switch (c) {
        case U'–':
        case U'—':
        case U'―':
        case U'─':
        case U'−':
        case U'‐':
        case U'‑':
        case U'~':
        case U'〜':
        case U'∼':
        case U'至':
        case U'到':
            return '-';
        case U'∶':
        case U'﹕':
            return ':';
        case U'〇':
            return '0';
        default:
            return c;
    }
}

// "2026 年 11 月 28 日" has its spaces where no number ends.
bool is_unit(char32_t c) {
    constexpr std::u32string_view units = U"年月日号点时分";
    return units.find(c) != std::u32string_view::npos;
}

}  // namespace

WhenScanner::WhenScanner(std::string_view cell) {
    for (const char32_t c : base::utf8::decode(clean_line(cell))) text_ += plain(c);
    // A double dash, as in "14:00——16:00", is one.
    for (std::size_t at = 0; (at = text_.find(U"--", at)) != std::u32string::npos;) {
        text_.erase(at, 1);
    }
    for (std::size_t at = 1; at + 1 < text_.size();) {
        const bool before_unit = is_unit(text_[at + 1]);
        const bool after_unit = text_[at - 1] == U'年' || text_[at - 1] == U'月';
        if (text_[at] == ' ' && (before_unit || after_unit)) {
            text_.erase(at, 1);
        } else {
            ++at;
        }
    }
}

bool WhenScanner::take(std::u32string_view expected) {
    if (std::u32string_view{text_}.substr(at_, expected.size()) != expected) return false;
    at_ += expected.size();
    return true;
}

std::optional<WhenScanner::Number> WhenScanner::number() {
    constexpr int digits_max = 8;
    Number out;
    std::size_t at = at_;
    for (; at < text_.size() && text_[at] >= '0' && text_[at] <= '9'; ++at) {
        if (++out.digits > digits_max) return std::nullopt;
        out.value = out.value * 10 + static_cast<int>(text_[at] - '0');
    }
    if (out.digits == 0) return std::nullopt;
    at_ = at;
    return out;
}

void WhenScanner::skip_space() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
}

bool WhenScanner::letter_follows() const {
    return at_ < text_.size() && text_[at_] >= 'a' && text_[at_] <= 'z';
}

bool WhenScanner::digit_follows() const {
    return at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9';
}

}  // namespace wenlan::hub
