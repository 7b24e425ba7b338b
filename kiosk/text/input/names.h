// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "text/input/syllables.h"

namespace wenlan::text::input {

// What people are called (data/input): surnames, and the characters of given names.
class Names {
public:
    explicit Names(const Syllables& syllables);

    struct Name {
        std::string text;
        float cost = 0;  // the lower the likelier
    };
    // Whole names that the keys may mean, the likeliest first; a surname is always the beginning.
    std::vector<Name> whole(std::string_view keys, Fuzzy fuzzy, std::size_t names_max) const;
    // The given names alone.
    std::vector<Name> given(std::string_view keys, Fuzzy fuzzy, std::size_t names_max) const;

    struct Surname {
        std::string text;
        std::size_t keys = 0;  // that it takes
    };
    // With which the keys may begin: two characters before one, commoner before rarer.
    std::vector<Surname> surnames(std::string_view keys, Fuzzy fuzzy) const;
    // In the order of use, of one syllable.
    std::vector<std::string> given_characters(std::string_view syllable, Fuzzy fuzzy) const;

private:
    enum class Bearer : std::uint8_t { anyone, woman, man };
    struct Given {
        std::string character;
        Bearer bearer = Bearer::anyone;
        float cost = 0;
    };
    std::vector<Given> given_of(std::string_view syllable, Fuzzy fuzzy) const;
    std::vector<Name> given_names(const std::vector<std::string>& syllables, Fuzzy fuzzy) const;

    const Syllables& syllables_;
    std::map<std::string, std::vector<std::string>, std::less<>> surnames_;
    std::map<std::string, std::vector<Given>, std::less<>> given_;
    std::set<std::string, std::less<>> given_pairs_;
};

}  // namespace wenlan::text::input
