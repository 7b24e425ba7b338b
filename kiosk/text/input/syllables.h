// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/tone_table.h"

namespace wenlan::text::input {

// Whether syllables that many people say alike count as one (z/zh, c/ch, s/sh, n/l, an/ang, en/eng,
// in/ing). It finds more and puts the right one later: a switch that the visitor sees.
enum class Fuzzy : std::uint8_t { off, on };

// Every syllable and who is read so. Syllables have no tones; ü is v.
class Syllables {
public:
    explicit Syllables(const ToneTable& table);

    bool known(std::string_view syllable) const;
    // Whether keys that are still being typed can be syllables from their begin on.
    bool may_begin(std::string_view keys) const;
    // Those whose usual reading it is first; empty for an unknown syllable.
    const std::vector<char32_t>& characters(std::string_view syllable) const;
    // The syllable itself and, fuzzy, those that sound like it; unknown ones are left out.
    std::vector<std::string> alike(std::string_view syllable, Fuzzy fuzzy) const;
    // All ways to part the keys into at most `syllables_max` known syllables; an apostrophe parts.
    std::vector<std::vector<std::string>> partings(std::string_view keys,
                                                   std::size_t syllables_max) const;

private:
    std::map<std::string, std::vector<char32_t>, std::less<>> characters_;
};

}  // namespace wenlan::text::input
