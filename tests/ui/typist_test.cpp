// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/typing/typist.h"

#include "base/utf8.h"
#include "catch.h"
#include "text/input/engines.h"
#include "text/readings.h"
#include "ui/typing/phone_entry.h"

using namespace wenlan;
using base::Duration;
using text::input::Purpose;
using ui::PhoneEntry;
using ui::Typist;

namespace {

struct Desk {
    explicit Desk(Typist::Field field = {}) : typist(engine) { typist.open(1, field); }

    void type(std::string_view keys) {
        for (const char key : keys) typist.letter(key);
        typist.update(now);
    }
    void pass(Duration time) {
        now += time;
        typist.update(now);
    }
    // A line across the pad.
    void stroke(float y) {
        typist.pen_down({20, y}, now);
        for (float x = 40; x <= 400; x += 20) {
            now += Duration{10};
            typist.pen_move({x, y}, now);
        }
        typist.pen_up(now);
    }

    text::input::LocalEngine engine{text::pinyin_model()};
    Typist typist;
    Duration now{1000};
};

}  // namespace

TEST_CASE("pinyin becomes the candidate that is picked") {
    Desk desk;
    desk.type("tianjin");
    CHECK(desk.typist.composing().shown == "tian'jin");
    CHECK(desk.typist.letters() == "tianjin");
    CHECK(desk.typist.text().empty());
    desk.typist.pick("天津");
    desk.typist.update(desk.now);
    CHECK(desk.typist.text() == "天津");
    CHECK(desk.typist.composing().empty());
}

TEST_CASE("what is pressed while something composes comes after it, in the order of the keys") {
    Desk desk;
    for (const char key : std::string_view("tianjin")) desk.typist.letter(key);
    desk.typist.insert("，");
    desk.typist.letter('a');
    desk.typist.space();
    desk.typist.finish();
    desk.typist.update(desk.now);
    CHECK(desk.typist.text() == "天津，阿");
    CHECK(desk.typist.take_done());
    CHECK_FALSE(desk.typist.take_done());
}

TEST_CASE("a name is put together piece by piece while the rest goes on composing") {
    Desk desk({.purpose = Purpose::name});
    desk.type("wangxiuying");
    desk.typist.pick("王");
    desk.typist.update(desk.now);
    CHECK(desk.typist.composing().picked == "王");
    CHECK(desk.typist.composing().shown == "xiu'ying");
    desk.typist.finish();
    desk.typist.update(desk.now);
    CHECK(base::utf8::length(desk.typist.text()) == 3);
    CHECK(desk.typist.text().starts_with("王"));
}

TEST_CASE("backspace takes keys back first, then characters") {
    Desk desk;
    desk.typist.insert("王");
    desk.type("xi");
    desk.typist.backspace();
    desk.typist.backspace();
    desk.typist.update(desk.now);
    CHECK(desk.typist.composing().empty());
    CHECK(desk.typist.text() == "王");
    desk.typist.backspace();
    desk.typist.backspace();
    CHECK(desk.typist.text().empty());
}

TEST_CASE(
    "when the engines are lost the keyboard goes on in Latin, and in pinyin when they are back") {
    Desk desk;
    desk.type("tian");
    desk.engine.lose();
    desk.pass(Duration{16});
    CHECK(desk.typist.text() == "tian");
    CHECK(desk.typist.latin());
    desk.type("ab");
    CHECK(desk.typist.text() == "tianab");
    desk.engine.recover();
    desk.type("jin");
    CHECK_FALSE(desk.typist.latin());
    CHECK(desk.typist.composing().shown == "jin");
}

TEST_CASE("in Latin letters go straight into the text; a name's words begin with capitals") {
    Desk desk({.purpose = Purpose::name, .latin = true});
    desk.type("mary");
    desk.typist.space();
    desk.type("lee");
    CHECK(desk.typist.text() == "Mary Lee");
    desk.typist.toggle_language();
    desk.type("wang");
    CHECK(desk.typist.composing().shown == "wang");
}

TEST_CASE("fuzzy sounds are asked for with the same keys") {
    Desk desk;
    desk.type("si");
    desk.typist.toggle_fuzzy();
    desk.typist.update(desk.now);
    CHECK(desk.typist.fuzzy());
    CHECK(desk.typist.letters() == "si");
    const auto& offered = desk.typist.candidates();
    CHECK(std::find(offered.begin(), offered.end(), "是") != offered.end());
}

TEST_CASE("a field holds what it may hold and says that it is full") {
    Desk desk({.characters_max = 5});
    desk.typist.insert(std::string(10'000, 'x'));
    CHECK(desk.typist.text() == "xxxxx");
    CHECK(desk.typist.full());
    desk.typist.backspace();
    CHECK_FALSE(desk.typist.full());
    CHECK(desk.typist.text() == "xxxx");
}

TEST_CASE("bytes that are no text are left out, and so is what cannot be seen") {
    Desk desk;
    desk.typist.insert("\xFF\xFE王\x01\xE2\x80\xAE英\xC3");
    CHECK(desk.typist.text() == "王英");
}

TEST_CASE("closing wipes text, keys and ink; an answer that comes later is dropped") {
    Desk desk;
    desk.typist.insert("王");
    desk.type("xiu");
    desk.stroke(100);
    desk.typist.close();
    desk.pass(Duration{5000});
    CHECK(desk.typist.text().empty());
    CHECK(desk.typist.composing().empty());
    CHECK(desk.typist.candidates().empty());
    CHECK(desk.typist.ink().empty());
}

TEST_CASE("what is written is offered after 700 ms, and set 1.2 s later") {
    Desk desk;
    desk.stroke(200);
    desk.pass(Duration{600});
    CHECK(desk.typist.candidates().empty());
    desk.pass(Duration{100});
    REQUIRE_FALSE(desk.typist.candidates().empty());
    CHECK(desk.typist.candidates().front() == "一");
    CHECK(desk.typist.text().empty());
    desk.pass(Duration{1200});
    CHECK(desk.typist.text() == "一");
    CHECK(desk.typist.ink().empty());
}

TEST_CASE("another candidate takes the place of the one that was set by itself") {
    Desk desk;
    desk.stroke(200);
    desk.pass(Duration{700});
    desk.pass(Duration{1200});
    REQUIRE(desk.typist.text() == "一");
    const std::string other = desk.typist.candidates().at(1);
    desk.typist.pick(other);
    CHECK(desk.typist.text() == other);
}

TEST_CASE("beginning the next character sets the first at once") {
    Desk desk;
    desk.stroke(200);
    desk.pass(Duration{700});
    desk.typist.pen_down({10, 10}, desk.now);
    CHECK(desk.typist.text() == "一");
    CHECK(desk.typist.ink().strokes() == 1);
}

TEST_CASE("two strokes within the time are one character") {
    Desk desk;
    desk.stroke(100);
    desk.pass(Duration{500});
    desk.stroke(300);
    desk.pass(Duration{700});
    CHECK(desk.typist.candidates().at(0) == "二");
    desk.typist.undo_stroke(desk.now);
    desk.pass(Duration{700});
    CHECK(desk.typist.candidates().at(0) == "一");
    desk.typist.rewrite();
    CHECK(desk.typist.ink().empty());
    CHECK(desk.typist.candidates().empty());
}

TEST_CASE("a thousand strokes are no character, and the pad says so") {
    Desk desk;
    for (int i = 0; i < 1000; ++i) {
        desk.typist.pen_down({10, 10}, desk.now);
        desk.typist.pen_move({200, 200}, desk.now);
        desk.typist.pen_up(desk.now);
    }
    desk.pass(Duration{700});
    CHECK(desk.typist.unrecognised());
    desk.pass(Duration{5000});
    CHECK(desk.typist.text().empty());
    desk.typist.rewrite();
    CHECK_FALSE(desk.typist.unrecognised());
}

namespace {

PhoneEntry phone(std::string_view digits) {
    PhoneEntry entry;
    for (const char digit : digits) entry.press(digit);
    return entry;
}

}  // namespace

TEST_CASE("a mobile is shown 3-4-4 and takes eleven digits") {
    CHECK(phone("13857682").grouped() == "138  5768  2");
    CHECK(phone("13857682").dots() == "···");
    CHECK(phone("13857682").missing() == 3);
    CHECK(phone("13857682").state() == PhoneEntry::State::incomplete);
    CHECK(phone("138576821234567").digits() == "13857682123");
    CHECK(phone("13857682123").state() == PhoneEntry::State::complete);
}

TEST_CASE("a landline is taken with its area code") {
    CHECK(phone("057687401234").grouped() == "0576  8740  1234");
    CHECK(phone("057687401234").state() == PhoneEntry::State::complete);
    CHECK(phone("0576874").state() == PhoneEntry::State::incomplete);
    CHECK(phone("01087401234").grouped() == "010  8740  1234");
    CHECK(phone("01087401234").state() == PhoneEntry::State::complete);
}

TEST_CASE("what is no number is said as soon as it is clear") {
    CHECK(phone("").state() == PhoneEntry::State::empty);
    CHECK(phone("2").state() == PhoneEntry::State::wrong_start);
    CHECK(phone("12").state() == PhoneEntry::State::wrong_start);
    CHECK(phone("1").state() == PhoneEntry::State::incomplete);
    PhoneEntry entry = phone("2");
    entry.backspace();
    CHECK_FALSE(entry.press('x'));
    CHECK(entry.state() == PhoneEntry::State::empty);
}

TEST_CASE("where pinyin stays away the keyboard writes Latin and says so") {
    Desk desk;
    desk.engine.lose();
    desk.pass(Duration{16});
    CHECK_FALSE(desk.typist.without_pinyin());
    desk.pass(Duration{1600});
    CHECK(desk.typist.without_pinyin());
    desk.engine.recover();
    desk.pass(Duration{16});
    CHECK_FALSE(desk.typist.without_pinyin());
}
