// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/readings.h"

#include <fstream>
#include <sstream>

#include "base/utf8.h"
#include "catch.h"

namespace wenlan::text {
namespace {

std::string pinyin(std::string_view text) {
    static const auto readings = PhraseReadings::create().value();
    return readings->pinyin(text);
}

// Without blanks, apostrophes, hyphens and capitals: what is left is how each character is read.
std::string sounds(std::string_view spelled) {
    constexpr std::u32string_view capitals = U"ĀÁǍÀĒÉĚÈŌÓǑÒ", small = U"āáǎàēéěèōóǒò";
    std::string bare;
    for (const char32_t letter : base::utf8::decode(spelled)) {
        if (std::u32string_view(U" '-:").find(letter) != std::u32string_view::npos) continue;
        const auto at = capitals.find(letter);
        base::utf8::append(bare, at != std::u32string_view::npos  ? small[at]
                                 : letter >= 'A' && letter <= 'Z' ? letter + 32
                                                                  : letter);
    }
    return bare;
}

struct Title {
    std::string chinese, sounds;
};
std::vector<Title> heteronym_titles() {
    std::ifstream in(WENLAN_SOURCE_DIR "/tests/text/heteronym_titles.tsv");
    std::vector<Title> titles;
    for (std::string line; std::getline(in, line);) {
        const auto tab = line.find('\t');
        titles.push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
    return titles;
}

}  // namespace

TEST_CASE("A title is spelled with its tones, word by word") {
    CHECK(pinyin("楚门老街") == "Chǔmén lǎojiē");
    CHECK(pinyin("越剧《梁祝》选段") == "Yuèjù “Liáng Zhù” xuǎnduàn");
    CHECK(pinyin("天安门") == "Tiān'ānmén");
    CHECK(pinyin("女性") == "Nǚxìng");
}

TEST_CASE("Readings that rested read as before") {
    const auto readings = PhraseReadings::create().value();
    const std::string before = readings->pinyin("楚门老街");
    readings->rest();
    readings->rest();
    CHECK(readings->pinyin("楚门老街") == before);
}

TEST_CASE("Text without Chinese stays as it is") {
    CHECK(pinyin("Jazz, at 8:30 (free)!").compare("Jazz, at 8:30 (free)!") == 0);
    CHECK(pinyin("").empty());
}

TEST_CASE("Figures, letters and signs stand between the words as English has them") {
    CHECK(pinyin("书画社 · 周日习字") == "Shūhuà shè · Zhōurì xízì");
    CHECK(pinyin("第3场，19:00开始。") == "Dì 3 chǎng, 19:00 kāishǐ.");
    CHECK(pinyin("围棋（初级）") == "Wéiqí (chūjí)");
    CHECK(pinyin("ＫＴ板") == "KT bǎn");
}

TEST_CASE("A character that no table reads is shown itself") {
    CHECK(pinyin("\U000323AF") == "\U000323AF");
    CHECK(pinyin("\xFF\xFE") == "\xFF\xFE");
}

TEST_CASE("The town's own names are read as people say them") {
    for (const auto& [name, spelled] :
         std::vector<std::pair<const char*, const char*>>{{"楚门", "Chǔmén"},
                                                          {"玉环", "Yùhuán"},
                                                          {"越剧", "Yuèjù"},
                                                          {"重阳", "Chóngyáng"},
                                                          {"长乐", "Chánglè"},
                                                          {"银行", "Yínháng"},
                                                          {"音乐", "Yīnyuè"},
                                                          {"盘夫索夫", "Pán Fū Suǒ Fū"},
                                                          {"文旦", "Wéndàn"}}) {
        CAPTURE(name);
        CHECK(pinyin(name) == spelled);
    }
}

TEST_CASE("Characters with several readings are read right in titles that are full of them") {
    const auto titles = heteronym_titles();
    REQUIRE(titles.size() == 100);
    std::size_t right = 0;
    std::ostringstream wrong;
    for (const Title& title : titles) {
        const std::string spelled = pinyin(title.chinese);
        if (sounds(spelled) == sounds(title.sounds))
            ++right;
        else
            wrong << title.chinese << ": " << spelled << ", not " << title.sounds << '\n';
    }
    INFO(wrong.str());
    CHECK(right >= 97);
}

TEST_CASE("Without libpinyin's model there is an error to show Chinese only") {
    const auto readings = PhraseReadings::create("/nonexistent");
    REQUIRE(!readings.ok());
    CHECK(readings.error().code == "readings.no-model");
}

}  // namespace wenlan::text
