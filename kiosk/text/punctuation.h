// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace wenlan::text {

// Full-width marks whose right half is blank (，。》) or whose left half is (《（): where two meet,
// or at a line's end, that half may go. Whether a font really leaves it blank is asked of the font.
bool has_blank_right_half(char32_t mark);
bool has_blank_left_half(char32_t mark);

// Kinsoku: what may not begin a line, what may not end one.
bool never_begins_line(char32_t mark);
bool never_ends_line(char32_t mark);

// What is left out before an ellipsis: commas, colons, dots between facts, opening marks.
bool dropped_before_ellipsis(char32_t mark);

// “ ” ‘ ’ and …: a Chinese character wide in Chinese, narrow in Latin text.
bool is_wide_in_chinese(char32_t mark);

}  // namespace wenlan::text
