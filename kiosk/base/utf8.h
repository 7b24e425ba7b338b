// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wenlan::base::utf8 {

// Well formed: no overlong forms, no surrogates, nothing above U+10FFFF.
bool valid(std::string_view bytes);
// Ill-formed sequences become U+FFFD, one for each maximal subpart.
std::string repaired(std::string_view bytes);
// Decodes; ill-formed sequences become U+FFFD.
std::vector<char32_t> decode(std::string_view bytes);
void append(std::string& out, char32_t code_point);
std::string encode(std::span<const char32_t> code_points);
std::size_t length(std::string_view bytes);  // in code points
// The longest prefix of at most `bytes_max` bytes that does not split a character.
std::string_view prefix(std::string_view bytes, std::size_t bytes_max);

}  // namespace wenlan::base::utf8
