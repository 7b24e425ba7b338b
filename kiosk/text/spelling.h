// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wenlan::text {

// "lv4" -> "lǜ", "er" -> "er". A capital at the begin stays.
std::string with_tone_mark(std::string_view syllable);
// "Chu3men2" -> {"Chu3", "men2"}; hyphens and blanks are pieces of their own.
std::vector<std::string_view> syllables_of(std::string_view spelling);
// One word of syllables: {"tian1", "an1"} -> "tiān'ān", {"wan2", "er"} -> "wánr".
std::string joined_syllables(const std::vector<std::string_view>& syllables);

// Puts words, signs and other text into one line as English is set: blanks between words, ASCII
// signs, a capital where a sentence begins.
class SpelledLine {
public:
    void word(std::string_view spelled);
    // Latin letters, figures and the like, as they are.
    void foreign(std::string_view text);
    // A Chinese or an ASCII sign, or a blank.
    void sign(char32_t sign);

    std::string text() &&;

private:
    void part_from_before();

    std::string text_;
    bool blank_due_ = false;  // before the next word
    bool begins_sentence_ = true;
};

}  // namespace wenlan::text
