// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/typesetter.h"

namespace wenlan::text::setting {

std::unique_ptr<Typesetter> typesetter();

// The texts of the town's own programme and of the screens, one a line.
std::vector<std::string> town_texts();

// The character that begins at a byte of a well-formed text.
char32_t character_at(std::string_view text, std::size_t byte);
// The characters that a line shows: those between its ends without blanks and newlines at the end.
std::u32string shown(std::string_view text, const Line& line);

std::vector<std::string> parts(std::string_view text, const Paragraph& paragraph);

// How many characters of the line have glyphs.
std::size_t clusters(const Line& line);

}  // namespace wenlan::text::setting
