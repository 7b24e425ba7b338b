// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace wenlan::text {

// How characters are read, from data/readings. Syllables are written "chang2": the tone is a digit
// (none: neutral), ü is v. Views stay valid as long as the program runs; once made, any thread may
// ask.
class ToneTable {
public:
    ToneTable();

    // All readings with blanks between, the usual one first; empty where none is known.
    std::string_view readings(char32_t character) const;
    // The syllables, blanks between, of a word that is read otherwise than its characters usually
    // are; empty for every other word.
    std::string_view word(std::string_view word) const;
    // The longest name that the text begins with: its bytes and its spelling ("Chu3men2"); no bytes
    // where it begins with none.
    struct Name {
        std::size_t bytes = 0;
        std::string_view spelling;
    };
    Name name_at_begin(std::string_view text) const;

    struct Character {
        char32_t character = 0;
        std::string_view readings;
    };
    // In the order of code points.
    const std::vector<Character>& characters() const { return characters_; }

private:
    struct Entry {
        std::string_view word;
        std::string_view spelling;
    };
    static std::string_view spelling_of(const std::vector<Entry>& entries, std::string_view word);

    std::vector<Character> characters_;
    std::vector<Entry> words_;  // in the order of bytes
    std::vector<Entry> names_;  // likewise
    std::size_t name_bytes_max_ = 0;
};

}  // namespace wenlan::text
