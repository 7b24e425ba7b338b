// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/clean_text.h"

#include <algorithm>
#include <limits>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "base/result.h"
#include "text/wipe.h"

namespace wenlan::text {
namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_line_end(char32_t c) {
    return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// Marks that turn the direction of what follows, soft hyphens (they would break a line without
// showing), byte order marks and annotation anchors.
bool is_dropped(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x061C || c == 0x200E ||
           c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

}  // namespace

void CleanText::assign(std::string_view text, Newlines newlines) {
    base::ensure(text.size() < std::numeric_limits<std::int32_t>::max(), "texts are below 2 GB");
    empty_for(characters, text.size());
    empty_for(bytes, text.size());
    empty_for(utf16, text.size());
    empty_for(units, text.size() + 1);
    byte_count = static_cast<std::uint32_t>(text.size());
    const auto size = static_cast<std::int32_t>(text.size());
    const char* const data = text.data();
    for (std::int32_t at = 0; at < size;) {
        const auto begin = static_cast<std::uint32_t>(at);
        UChar32 decoded = 0;
        U8_NEXT(data, at, size, decoded);
        char32_t c = decoded < 0 ? replacement : static_cast<char32_t>(decoded);
        if (is_line_end(c)) {
            if (c == '\r' && at < size && data[at] == '\n') ++at;
            if (newlines == Newlines::dropped) continue;
            c = '\n';
        } else if (c == '\t') {
            c = ' ';
        } else if (is_dropped(c)) {
            continue;
        }
        characters.push_back(c);
        bytes.push_back(begin);
        units.push_back(static_cast<std::uint32_t>(utf16.size()));
        if (c > 0xFFFF) {
            utf16.push_back(static_cast<char16_t>(U16_LEAD(icu(c))));
            utf16.push_back(static_cast<char16_t>(U16_TRAIL(icu(c))));
        } else {
            utf16.push_back(static_cast<char16_t>(c));
        }
    }
    units.push_back(static_cast<std::uint32_t>(utf16.size()));
}

void CleanText::forget() {
    wipe(characters);
    wipe(bytes);
    wipe(utf16);
    wipe(units);
    byte_count = 0;
}

bool is_ignorable(char32_t character) {
    return character > 0x7F &&
           u_hasBinaryProperty(icu(character), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_blank(char32_t character) { return character != '\n' && u_isUWhiteSpace(icu(character)); }

bool is_digit(char32_t character) { return u_isdigit(icu(character)); }

bool is_ideograph(char32_t character) {
    return character > 0x7F && u_hasBinaryProperty(icu(character), UCHAR_IDEOGRAPHIC);
}

bool is_latin_letter(char32_t character) {
    UErrorCode status = U_ZERO_ERROR;
    return u_isalpha(icu(character)) && uscript_getScript(icu(character), &status) == USCRIPT_LATIN;
}

bool is_chinese(const CleanText& text) {
    return std::any_of(text.characters.begin(), text.characters.end(), [](char32_t c) {
        return is_ideograph(c) || (c >= 0x3001 && c <= 0x30FF) || (c >= 0xFF01 && c <= 0xFF60);
    });
}

}  // namespace wenlan::text
