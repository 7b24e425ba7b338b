// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/spelling.h"

#include <array>
#include <cctype>

#include "base/utf8.h"

namespace wenlan::text {
namespace {

constexpr std::u32string_view vowels = U"aeiouv";
// Rows as in `vowels`, columns tones one to four.
constexpr std::array<std::u32string_view, 6> marked{U"āáǎà", U"ēéěè", U"īíǐì",
                                                    U"ōóǒò", U"ūúǔù", U"ǖǘǚǜ"};
constexpr std::array<std::u32string_view, 3> marked_capitals{U"ĀÁǍÀ", U"ĒÉĚÈ", U"ŌÓǑÒ"};

bool is_vowel(char letter) {
    return vowels.find(static_cast<char32_t>(std::tolower(letter))) != std::u32string_view::npos;
}

// The letter that carries the mark: a or e, the o of ou, else the last vowel.
std::size_t marked_letter(std::string_view letters) {
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const int letter = std::tolower(letters[i]);
        if (letter == 'a' || letter == 'e') return i;
    }
    if (const std::size_t ou = letters.find("ou"); ou != std::string_view::npos) return ou;
    for (std::size_t i = letters.size(); i > 0; --i)
        if (is_vowel(letters[i - 1])) return i - 1;
    return letters.size();
}

char32_t with_mark(char letter, std::size_t tone) {
    const bool capital = std::isupper(letter) != 0;
    const auto row = vowels.find(static_cast<char32_t>(std::tolower(letter)));
    if (!capital) return marked[row][tone];
    // No syllable begins with i, u or ü.
    constexpr std::array<std::size_t, 4> capital_rows{0, 1, 1, 2};
    return marked_capitals[capital_rows[row < 4 ? row : 0]][tone];
}

bool is_tone(char letter) { return letter >= '1' && letter <= '4'; }

bool begins_with_vowel(std::string_view syllable) {
    return !syllable.empty() && std::string_view("aoeAOE").find(syllable[0]) != std::string::npos;
}

// How a sign is set: as which text, with a blank before or after it, and whether it ends a
// sentence.
struct Sign {
    std::string_view as;
    bool blank_before = false, blank_after = false, ends = false;
};
Sign sign_of(char32_t sign) {
    switch (sign) {
        case U'，':
        case U'、':
        case U',':
            return {", ", false, false, false};
        case U'。':
        case U'.':
            return {".", false, true, true};
        case U'！':
        case U'!':
            return {"!", false, true, true};
        case U'？':
        case U'?':
            return {"?", false, true, true};
        case U'：':
        case U':':
            return {":", false, true, true};
        case U'；':
        case U';':
            return {";", false, true, false};
        case U'《':
        case U'〈':
        case U'「':
        case U'『':
        case U'“':
        case U'【':
            return {"“", true, false, true};
        case U'》':
        case U'〉':
        case U'」':
        case U'』':
        case U'”':
        case U'】':
            return {"”", false, true, false};
        case U'（':
        case U'(':
            return {"(", true, false, false};
        case U'）':
        case U')':
            return {")", false, true, false};
        case U'·':
        case U'・':
        case U'｜':
        case U'|':
            return {"·", true, true, true};
        case U'—':
        case U'–':
        case U'～':
        case U'~':
            return {"–", true, true, false};
        case U'…':
            return {"…", false, true, false};
        default:
            return {};
    }
}

}  // namespace

std::string with_tone_mark(std::string_view syllable) {
    std::size_t tone = 0;
    if (!syllable.empty() && is_tone(syllable.back())) {
        tone = static_cast<std::size_t>(syllable.back() - '0');
        syllable.remove_suffix(1);
    }
    const std::size_t carrier = tone == 0 ? syllable.size() : marked_letter(syllable);
    std::string spelled;
    for (std::size_t i = 0; i < syllable.size(); ++i) {
        const char letter = syllable[i];
        if (i == carrier && is_vowel(letter))
            base::utf8::append(spelled, with_mark(letter, tone - 1));
        else if (letter == 'v')
            spelled += "ü";
        else
            spelled += letter;
    }
    return spelled;
}

std::vector<std::string_view> syllables_of(std::string_view spelling) {
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
        if (end > begin) pieces.push_back(spelling.substr(begin, end - begin));
        begin = end;
    };
    for (std::size_t i = 0; i < spelling.size(); ++i) {
        if (is_tone(spelling[i])) {
            close(i + 1);
        } else if (std::isalpha(static_cast<unsigned char>(spelling[i])) == 0) {
            close(i);
            close(i + 1);
        }
    }
    close(spelling.size());
    return pieces;
}

std::string joined_syllables(const std::vector<std::string_view>& syllables) {
    std::string word;
    for (const std::string_view syllable : syllables) {
        if (syllable == "er" && !word.empty()) {
            word += 'r';
            continue;
        }
        const bool follows = !word.empty() && word.back() != '-' && word.back() != ' ';
        if (follows && begins_with_vowel(syllable)) word += '\'';
        word += with_tone_mark(syllable);
    }
    return word;
}

void SpelledLine::part_from_before() {
    if (blank_due_ && !text_.empty() && text_.back() != ' ') text_ += ' ';
    blank_due_ = false;
}

void SpelledLine::word(std::string_view spelled) {
    if (spelled.empty()) return;
    part_from_before();
    const auto letters = base::utf8::decode(spelled);
    static constexpr std::u32string_view small = U"āáǎàēéěèōóǒò", capital = U"ĀÁǍÀĒÉĚÈŌÓǑÒ";
    char32_t first = letters[0];
    if (begins_sentence_) {
        if (first < 0x80)
            first = static_cast<char32_t>(std::toupper(static_cast<int>(first)));
        else if (const auto at = small.find(first); at != std::u32string_view::npos)
            first = capital[at];
    }
    base::utf8::append(text_, first);
    for (std::size_t i = 1; i < letters.size(); ++i) base::utf8::append(text_, letters[i]);
    blank_due_ = true;
    begins_sentence_ = false;
}

void SpelledLine::foreign(std::string_view text) {
    if (text.empty()) return;
    part_from_before();
    text_ += text;
    blank_due_ = true;
    begins_sentence_ = false;
}

void SpelledLine::sign(char32_t sign) {
    if (sign == U' ' || sign == U'\u3000') {
        blank_due_ = true;
        return;
    }
    if (sign == U'\n') {
        text_ += '\n';
        blank_due_ = false;
        begins_sentence_ = true;
        return;
    }
    const Sign how = sign_of(sign);
    if (how.as.empty()) {  // an ASCII or an unknown one: as it is, close to what stands before it
        base::utf8::append(text_, sign);
        blank_due_ = false;
        return;
    }
    if (how.blank_before) part_from_before();
    text_ += how.as;
    blank_due_ = how.blank_after;
    begins_sentence_ = how.ends;
}

std::string SpelledLine::text() && {
    while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    return std::move(text_);
}

}  // namespace wenlan::text
