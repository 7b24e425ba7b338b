// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wenlan::text {

enum class Newlines : std::uint8_t { dropped, kept };

// A text ready for layout: ill-formed bytes are U+FFFD, control characters and marks of direction
// are gone, every kind of line end is one '\n' (or gone), tabs are spaces.
struct CleanText {
    std::vector<char32_t> characters;
    std::vector<std::uint32_t> bytes;  // of the given text, where each character begins
    std::u16string utf16;
    std::vector<std::uint32_t> units;  // of utf16, where each character begins, and its end
    std::uint32_t byte_count = 0;      // of the given text

    void assign(std::string_view text, Newlines newlines);
    void forget();

    std::uint32_t byte_at(std::size_t character) const {
        return character < bytes.size() ? bytes[character] : byte_count;
    }
};

// Shown, but nothing to see: it needs no font.
bool is_ignorable(char32_t character);
bool is_blank(char32_t character);  // a space of any width; not '\n'
bool is_digit(char32_t character);
bool is_ideograph(char32_t character);
bool is_latin_letter(char32_t character);
// Text in which curly quotes, dashes and ellipses are as wide as a Chinese character.
bool is_chinese(const CleanText& text);

}  // namespace wenlan::text
