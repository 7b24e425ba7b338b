// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/input/pinyin.h"

#include <algorithm>
#include <fstream>

#include "catch.h"
#include "text/readings.h"

namespace wenlan::text::input {
namespace {

// Somebody at the keyboard.
struct Typist {
    std::unique_ptr<PinyinComposer> composer = PinyinComposer::create(pinyin_model()).value();

    Typist& types(std::string_view keys) {
        for (const char key : keys) composer->press(key);
        return *this;
    }
    std::size_t place_of(std::string_view text) const {
        const auto& all = composer->now().candidates;
        return static_cast<std::size_t>(std::find(all.begin(), all.end(), text) - all.begin());
    }
    bool sees(std::string_view text) const {
        return place_of(text) < composer->now().candidates.size();
    }
    std::string picks(std::string_view text) {
        REQUIRE(sees(text));
        return composer->pick(place_of(text));
    }
};

// Picks the longest candidate with which what is left begins, until nothing is left.
bool can_write(Typist& typist, const std::string& text) {
    for (std::size_t written = 0; written < text.size();) {
        const auto& all = typist.composer->now().candidates;
        std::size_t best = all.size();
        for (std::size_t i = 0; i < all.size(); ++i)
            if (text.substr(written).starts_with(all[i]) &&
                (best == all.size() || all[i].size() > all[best].size()))
                best = i;
        if (best == all.size()) return false;
        written += all[best].size();
        const std::string done = typist.composer->pick(best);
        if (!done.empty()) return done == text;
    }
    return false;
}

}  // namespace

TEST_CASE("A name is put together piece by piece, the rest stays composing") {
    Typist typist;
    typist.composer->begin(Purpose::name, Fuzzy::off);
    typist.types("wangxiaoming");
    CHECK(typist.composer->now().shown == "wang'xiao'ming");
    CHECK(typist.picks("王").empty());
    CHECK(typist.composer->now().picked == "王");
    CHECK(typist.composer->now().shown == "xiao'ming");
    CHECK(typist.picks("晓").empty());
    CHECK(typist.picks("明") == "王晓明");
    CHECK(typist.composer->now().empty());
}

TEST_CASE("For a name surnames come first, elsewhere what is common") {
    Typist typist;
    typist.composer->begin(Purpose::name, Fuzzy::off);
    typist.types("jia");
    CHECK(typist.place_of("贾") == 0);
    CHECK(typist.sees("郏"));
    typist.composer->begin(Purpose::text, Fuzzy::off);
    typist.types("jia");
    CHECK(typist.place_of("家") < 3);
    CHECK(typist.place_of("贾") > 3);
}

TEST_CASE("A common name is among the first five, with its surname beside it") {
    Typist typist;
    typist.composer->begin(Purpose::name, Fuzzy::off);
    typist.types("chenguixiang");
    CHECK(typist.place_of("陈桂香") < 5);
    CHECK(typist.place_of("陈") < 10);
}

TEST_CASE("Rare characters of names can be written") {
    for (const auto& [keys, character] : std::vector<std::pair<const char*, const char*>>{
             {"zhe", "喆"}, {"kun", "堃"}, {"yao", "垚"}, {"jun", "珺"}, {"yue", "玥"}}) {
        Typist typist;
        typist.composer->begin(Purpose::name, Fuzzy::off);
        typist.types("li").picks("李");
        typist.types(keys);
        CAPTURE(character);
        CHECK(typist.sees(character));
    }
}

TEST_CASE("The two dots are typed as v") {
    Typist typist;
    typist.composer->begin(Purpose::name, Fuzzy::off);
    typist.types("lv");
    CHECK(typist.place_of("吕") == 0);
    typist.composer->begin(Purpose::text, Fuzzy::off);
    typist.types("nvzi");
    CHECK(typist.sees("女子"));
}

TEST_CASE("Backspace takes keys back, then gives a pick back to be made anew") {
    Typist typist;
    typist.composer->begin(Purpose::name, Fuzzy::off);
    typist.types("wangli").picks("王");
    CHECK(typist.composer->backspace());
    CHECK(typist.composer->now().shown == "l");
    CHECK(typist.composer->backspace());
    CHECK(typist.composer->now().picked.empty());
    CHECK(typist.composer->now().shown == "wang");
    for (int i = 0; i < 4; ++i) CHECK(typist.composer->backspace());
    CHECK_FALSE(typist.composer->backspace());
    CHECK(typist.composer->now().empty());
}

TEST_CASE("Separators may stand anywhere after a letter, also at the end") {
    for (const std::string_view keys : {"xi'", "xi'an", "xi'an'", "x'", "x'y'", "a'e'", "n'v'"}) {
        Typist typist;
        typist.types(keys);
        INFO(keys);
        CHECK_FALSE(typist.composer->now().candidates.empty());
        typist.composer->pick(0);
    }
    Typist typist;
    CHECK(typist.types("xi'an'").picks("西安") == "西安");
}

TEST_CASE("Syllables that sound alike count as one only when the visitor says so") {
    Typist typist;
    typist.composer->begin(Purpose::name, Fuzzy::off);
    typist.types("zanghong");
    CHECK_FALSE(typist.sees("张红"));
    typist.composer->begin(Purpose::name, Fuzzy::on);
    typist.types("zanghong");
    CHECK(typist.sees("张红"));
    typist.composer->begin(Purpose::text, Fuzzy::on);
    typist.types("suzi");
    CHECK(typist.sees("数字"));
}

TEST_CASE("The town's words come before those that sound alike") {
    Typist typist;
    typist.composer->begin(Purpose::text, Fuzzy::off);
    typist.types("chumen");
    CHECK(typist.place_of("楚门") == 0);
    typist.composer->clear();
    typist.types("pfsf");
    CHECK(typist.place_of("盘夫索夫") < 3);
    typist.composer->clear();
    CHECK(typist.types("yuducang").place_of("鱼渡仓") > 0);
    typist.composer->clear();
    typist.composer->add_words({"鱼渡仓"});
    typist.types("yuducang");
    CHECK(typist.place_of("鱼渡仓") == 0);
}

TEST_CASE("Next takes the first candidate, and letters that mean nothing as they are") {
    Typist typist;
    typist.composer->begin(Purpose::text, Fuzzy::off);
    CHECK(typist.types("taijiquan").composer->take_first() == "太极拳");
    CHECK(typist.types("vvv").composer->take_first() == "vvv");
    CHECK(typist.composer->take_first().empty());
}

TEST_CASE("Other keys and too many keys are refused, nothing is lost") {
    Typist typist;
    typist.composer->begin(Purpose::text, Fuzzy::off);
    CHECK_FALSE(typist.composer->press('1'));
    CHECK_FALSE(typist.composer->press('\''));
    CHECK_FALSE(typist.composer->press(' '));
    for (int i = 0; i < 10'000; ++i) typist.composer->press('a');
    CHECK_FALSE(typist.composer->press('a'));
    CHECK(typist.composer->now().shown.size() < 120);
    CHECK(typist.composer->pick(100'000).empty());
    typist.composer->clear();
    CHECK(typist.composer->now().empty());
}

TEST_CASE("One visitor's names do not come first for the next") {
    Typist typist;
    const auto place = [&] {
        typist.composer->begin(Purpose::name, Fuzzy::off);
        return typist.types("zhangwei").place_of("张巍");
    };
    const std::size_t before = place();
    for (int i = 0; i < 20; ++i) {
        typist.composer->begin(Purpose::name, Fuzzy::off);
        typist.types("zhangwei").picks("张");
        typist.picks("巍");
    }
    CHECK(place() == before);
}

TEST_CASE("Every name and word of the list can be written, most are there at once") {
    std::ifstream in(WENLAN_SOURCE_DIR "/tests/text/typed.tsv");
    Typist typist;
    std::size_t all = 0, first_five = 0;
    for (std::string line; std::getline(in, line); ++all) {
        const auto tab = line.find('\t'), next = line.find('\t', tab + 1);
        const std::string text = line.substr(tab + 1, next - tab - 1);
        typist.composer->begin(line.starts_with("name") ? Purpose::name : Purpose::text,
                               Fuzzy::off);
        typist.types(line.substr(next + 1));
        first_five += typist.place_of(text) < 5 ? 1 : 0;
        CAPTURE(text);
        CHECK(can_write(typist, text));
    }
    CHECK(all == 100);
    CHECK(first_five >= 80);
}

TEST_CASE("Without the model there is an error, and the keyboard can go on in Latin") {
    const auto composer = PinyinComposer::create("/nonexistent");
    REQUIRE(!composer.ok());
    CHECK(composer.error().code == "input.no-pinyin");
}

}  // namespace wenlan::text::input
