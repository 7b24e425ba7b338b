// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/punctuation.h"

#include <string_view>

namespace wenlan::text {
namespace {

constexpr bool in(std::u32string_view marks, char32_t mark) {
    return marks.find(mark) != std::u32string_view::npos;
}

constexpr std::u32string_view wide_closing = U"）〉》」』】〕〗〙〛］｝｠”’";
constexpr std::u32string_view wide_opening = U"（〈《「『【〔〖〘〚［｛｟“‘";
constexpr std::u32string_view wide_stops = U"，。、．：；！？";
constexpr std::u32string_view narrow_closing = U")]},.:;!?%‰℃°";
constexpr std::u32string_view narrow_opening = U"([{¥￥$£€№";
// Dashes, ellipses, dots between facts, iteration marks, full-width signs and small kana.
constexpr std::u32string_view other_not_first =
    U"…‥⋯—―–～〜·‧・•々〻ーヽヾゝゞ％‰℃／｡､ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ";

}  // namespace

bool has_blank_right_half(char32_t mark) { return in(wide_closing, mark) || in(wide_stops, mark); }

bool has_blank_left_half(char32_t mark) { return in(wide_opening, mark); }

bool never_begins_line(char32_t mark) {
    return in(wide_closing, mark) || in(wide_stops, mark) || in(narrow_closing, mark) ||
           in(other_not_first, mark);
}

bool never_ends_line(char32_t mark) { return in(wide_opening, mark) || in(narrow_opening, mark); }

bool dropped_before_ellipsis(char32_t mark) {
    return in(U"，、：；。·・…—–-,:;. ", mark) || never_ends_line(mark);
}

bool is_wide_in_chinese(char32_t mark) { return in(U"“”‘’…", mark); }

}  // namespace wenlan::text
