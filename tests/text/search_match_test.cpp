// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/search_match.h"

#include <random>

#include "catch.h"
#include "domain/title_scan.h"
#include "text/tone_table.h"

namespace wenlan::domain {
namespace {

class TableReadings final : public Readings {
public:
    std::string pinyin(std::string_view text) const override { return std::string(text); }
    std::string keys(char32_t character) const override {
        return std::string(table_.readings(character));
    }

private:
    text::ToneTable table_;
};

const Readings& readings() {
    static const TableReadings made;
    return made;
}

std::optional<Match> found(std::string_view query, std::string_view title) {
    return match(query, SearchableTitle(title, readings()));
}

// The same by the scan that looks through all titles.
bool scanned(std::string_view query, std::string_view title) {
    TitleAlphabet alphabet;
    const auto letters = alphabet.letters_of(title, readings());
    const TitleScan scan(query, alphabet);
    for (std::size_t term = 0; term < scan.terms(); ++term)
        if (!scan.find(term, letters)) return false;
    return scan.terms() > 0;
}

// What would be coloured.
std::string coloured(std::string_view query, std::string_view title) {
    const auto match = found(query, title);
    std::string parts;
    if (!match) return "nothing";
    for (const ByteRange range : match->ranges) {
        if (!parts.empty()) parts += "|";
        parts += title.substr(range.begin, range.end - range.begin);
    }
    return parts;
}

}  // namespace

TEST_CASE("Initials, full pinyin, a part of either and characters all find the club") {
    constexpr std::string_view club = "太极拳队";
    CHECK(coloured("tjq", club) == "太极拳");
    CHECK(coloured("taiji", club) == "太极");
    CHECK(coloured("太极", club) == "太极");
    CHECK(coloured("taij", club) == "太极");
    CHECK(coloured("taijiquandui", club) == "太极拳队");
    CHECK(coloured("太jq", club) == "太极拳");
    CHECK(coloured("tjiquan", club) == "太极拳");
    CHECK(coloured("jqd", club) == "极拳队");
    CHECK(coloured("tjx", club) == "nothing");
    CHECK(coloured("", club) == "nothing");
    CHECK(coloured("  ", club) == "nothing");
}

TEST_CASE("Every reading of a character counts") {
    CHECK(coloured("yyh", "广场音乐会") == "音乐会");
    CHECK(coloured("yinyuehui", "广场音乐会") == "音乐会");
    CHECK(coloured("chongyang", "重阳节") == "重阳");
    CHECK(coloured("zhongyang", "重阳节") == "重阳");
    CHECK(coloured("changle", "长乐村") == "长乐");
    CHECK(coloured("zhangle", "长乐村") == "长乐");
    CHECK(coloured("yinhang", "银行") == "银行");
}

TEST_CASE("zh, ch and sh count as one initial, and so do z, c and s for them") {
    CHECK(coloured("shsh", "书社") == "书社");
    CHECK(coloured("ss", "书社") == "书社");
    CHECK(coloured("zhg", "中国") == "中国");
}

TEST_CASE("Apostrophes, capitals, width and the two dots do not matter") {
    CHECK(coloured("xi'an", "西安") == "西安");
    CHECK(coloured("TAIJI", "太极") == "太极");
    CHECK(coloured("ｔａｉｊｉ", "太极") == "太极");
    CHECK(coloured("nvzi", "女子书法") == "女子");
    CHECK(coloured("nuzi", "女子书法") == "女子");
    CHECK(coloured("nüzi", "女子书法") == "女子");
}

TEST_CASE("Signs inside a title are passed over") {
    CHECK(coloured("shuhuasherixi", "书画社 · 日习字") == "书画社|日习");
    CHECK(coloured("yjlz", "越剧《梁祝》") == "越剧|梁祝");
}

TEST_CASE("English words are found by how they begin") {
    CHECK(coloured("orch", "Town Orchestra") == "Orch");
    CHECK(coloured("chest", "Town Orchestra") == "nothing");
    CHECK(coloured("kt", "KT 板") == "KT");
}

TEST_CASE("Several words are looked for in any order") {
    CHECK(coloured("quan taiji", "太极拳晨练") == "太极拳");
    CHECK(coloured("chenlian tj", "太极拳晨练") == "太极|晨练");
    CHECK(coloured("tj piao", "太极拳晨练") == "nothing");
}

TEST_CASE("The whole title comes before its beginning, that before its middle, letters last") {
    const auto rank = [](std::string_view query, std::string_view title) {
        const auto match = found(query, title);
        REQUIRE(match);
        return match->rank;
    };
    CHECK(rank("越剧社", "越剧社") < rank("越剧社", "越剧社公开排练"));
    CHECK(rank("太极", "太极拳队") < rank("太极", "坐式太极"));
    CHECK(rank("taiji", "太极拳队") < rank("tj", "太极拳队"));
    CHECK(rank("太极", "太极拳队") < rank("taiji", "太极拳队"));
    CHECK(rank("tj", "太极拳") < rank("tj", "太极拳晨练体验课"));
}

TEST_CASE("Ill-formed bytes and very long queries end calmly") {
    CHECK(coloured("\xFF\xFE", "太极") == "nothing");
    CHECK(coloured(std::string(10'000, 'a'), "啊啊啊啊") == "nothing");
    CHECK(coloured("a", std::string(3'000, 'b')) == "nothing");
}

TEST_CASE("The scan of all titles finds what the look at one title finds") {
    const std::vector<std::string> titles{"太极拳队",        "越剧《梁祝》",   "广场音乐会",
                                          "重阳节 · 长乐村", "女子书法 KT 板", "Town Orchestra",
                                          "西安2026书社",    "Tàijí 太极"};
    const std::vector<std::string> pieces{"t",  "j",   "q",  "太", "极", "tai", "ji",  "zh", "sh",
                                          "yu", "yin", "le", "x",  "an", "20",  "Orc", " ",  "nv",
                                          "nu", "'",   "c",  "s",  "g",  "u",   "é",   "k"};
    std::mt19937 random(7);
    int matches = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string query;
        for (auto count = random() % 5; count > 0; --count)
            query += pieces[random() % pieces.size()];
        const std::string& title = titles[random() % titles.size()];
        INFO(query << " in " << title);
        const bool one = found(query, title).has_value();
        REQUIRE(scanned(query, title) == one);
        matches += one ? 1 : 0;
    }
    CHECK(matches > 500);
}

TEST_CASE("The scan tells a title's beginning from its middle, and initials from syllables") {
    const auto look = [](std::string_view query, std::string_view title) {
        TitleAlphabet alphabet;
        const auto letters = alphabet.letters_of(title, readings());
        return TitleScan(query, alphabet).find(0, letters).value();
    };
    CHECK(look("taiji", "太极拳").at_begin);
    CHECK(look("taiji", "《太极拳入门》").at_begin);
    CHECK_FALSE(look("taiji", "坐式太极").at_begin);
    CHECK_FALSE(look("taiji", "太极拳").loose);
    CHECK_FALSE(look("taij", "太极拳").loose);
    CHECK(look("tjq", "太极拳").loose);
}

}  // namespace wenlan::domain
