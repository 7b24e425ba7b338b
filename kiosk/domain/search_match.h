// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/readings.h"

namespace wenlan::domain {

// One character as it may be typed.
struct TypedCharacter {
    char32_t character = 0;  // folded: small, narrow
    // Its readings without tones, blanks between ("chang zhang"), or itself in small letters;
    // empty: it is passed over, as signs are.
    std::string keys;
    bool plain = false;  // a Latin letter or a digit
};
TypedCharacter typed_character(char32_t character, const Readings& readings);

// The parts of a query, folded; blanks part them.
std::vector<std::u32string> search_terms(std::string_view query);
// Of the letters that a term can spend on a syllable from `at` on: how many, for all or a part of
// it. ü is typed as v or as u.
std::size_t common_letters(std::u32string_view term, std::string_view key);

// A title as search sees it: each character with every way to type it. Made once for each title;
// matching it reads nothing else.
class SearchableTitle {
public:
    SearchableTitle(std::string_view title, const Readings& readings);

    std::string_view title() const { return title_; }
    std::size_t size() const { return units_.size(); }

    // One character. `keys` are what may be typed for it, blanks between: its readings without
    // tones ("chang zhang"), or itself in small letters; empty: it is passed over, as signs are.
    struct Unit {
        std::uint32_t byte_begin = 0, byte_end = 0;
        std::string keys;
        char32_t character = 0;   // folded: small, narrow
        bool begins_word = true;  // Latin letters that follow another do not
    };
    const std::vector<Unit>& units() const { return units_; }

private:
    std::string title_;
    std::vector<Unit> units_;
};

struct ByteRange {
    std::uint32_t begin = 0, end = 0;
    bool operator==(const ByteRange&) const = default;
};

struct Match {
    // What matched, in order and apart; to be coloured.
    std::vector<ByteRange> ranges;
    // Lower is better: the whole title, then its beginning, then later; characters before full
    // pinyin before initials; then the shorter title.
    std::uint32_t rank = 0;
};

// Whether a resident who typed this means the title: its characters (太极), full pinyin (taiji),
// initials (tjq), or a mixture of them (太jq, tjiquan), from any character on, every reading of a
// character counting; Latin words by how they begin. Blanks part what is then looked for one after
// the other, in any order. Capitals, width and ü/v/u do not matter. An empty query matches nothing.
std::optional<Match> match(std::string_view query, const SearchableTitle& title);

}  // namespace wenlan::domain
