// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace wenlan::hub {

// Other people's text made fit for a screen. Both drop control characters, zero-width spaces and
// marks that turn the writing direction; U+FFFD stays, so that damage can be seen.

// One line: all white space becomes single spaces, none at the ends.
std::string clean_line(std::string_view text);
// Paragraphs separated by one newline. HTML, which some calendars put into descriptions, loses its
// tags and keeps its words.
std::string clean_paragraphs(std::string_view text);

bool damaged(std::string_view text);  // has U+FFFD
bool has_han(std::string_view text);  // has a Chinese character
// At most this many characters; what was cut off is replaced by an ellipsis.
std::string cut(std::string_view text, std::size_t characters_max);
// For comparing names: lower case ASCII, full-width forms made narrow, no white space.
std::string folded(std::string_view text);

}  // namespace wenlan::hub
