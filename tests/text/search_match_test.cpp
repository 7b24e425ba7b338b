// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/search_match.h"

#include "catch.h"

namespace wenlan::text {
namespace {

const ToneTable& table() {
    static const ToneTable made;
    return made;
}

std::optional<Match> found(std::string_view query, std::string_view title) {
    return match(query, SearchableTitle(title, table()));
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

}  // namespace wenlan::text
