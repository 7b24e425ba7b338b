// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/input/questions.h"

#include "catch.h"
#include "text/input/engines.h"
#include "text/readings.h"

using namespace wenlan::text::input;

namespace {

Question sample() {
    Question question{.number = 7, .kind = Question::Kind::write, .purpose = Purpose::name};
    question.fuzzy = Fuzzy::on;
    question.key = 'q';
    question.text = "秀英";
    question.words = {"太极拳队", ""};
    question.ink = {{{1, 2}, {3.5F, -4}}, {}};
    return question;
}

}  // namespace

TEST_CASE("a question arrives as it was asked") {
    const auto back = decode_question(encode(sample())).value();
    CHECK(back.number == 7);
    CHECK(back.kind == Question::Kind::write);
    CHECK(back.purpose == Purpose::name);
    CHECK(back.fuzzy == Fuzzy::on);
    CHECK(back.key == 'q');
    CHECK(back.text == "秀英");
    CHECK(back.words == std::vector<std::string>{"太极拳队", ""});
    REQUIRE(back.ink.size() == 2);
    CHECK(back.ink[0][1].x == 3.5F);
    CHECK(back.ink[1].empty());
}

TEST_CASE("an answer arrives as it was given") {
    Answer answer{.number = 9, .pinyin = true, .handwriting = true, .taken = true};
    answer.now = {"王", "xiu'ying", {"秀英", "秀瑛"}};
    answer.finished = "王";
    answer.characters = {"英"};
    const auto back = decode_answer(encode(answer)).value();
    CHECK(back.number == 9);
    CHECK(back.pinyin);
    CHECK(back.now.shown == "xiu'ying");
    CHECK(back.now.candidates.size() == 2);
    CHECK(back.finished == "王");
    CHECK(back.characters == std::vector<std::string>{"英"});
}

TEST_CASE("every cut and every changed byte of a message is an error or another message") {
    const std::string whole = encode(sample());
    for (std::size_t size = 0; size < whole.size(); ++size)
        CHECK_FALSE(decode_question(std::string_view(whole).substr(0, size)).ok());
    CHECK_FALSE(decode_question(whole + "x").ok());
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const int changed : {0x00, 0x7F, 0xFF}) {
            std::string other = whole;
            other[at] = static_cast<char>(changed);
            const auto decoded = decode_question(other);
            if (decoded) CHECK(decode_question(encode(decoded.value())).ok());
        }
    }
}

TEST_CASE(
    "a stream gives whole messages, however it is parted, and ends at a length without measure") {
    MessageStream stream;
    const std::string sent = framed("one") + framed("") + framed("three");
    std::vector<std::string> came;
    std::string message;
    for (const char byte : sent) {
        stream.add({&byte, 1});
        while (stream.next(message).value()) came.push_back(message);
    }
    CHECK(came == std::vector<std::string>{"one", "", "three"});
    stream.add("\xFF\xFF\xFF\x7F");
    CHECK_FALSE(stream.next(message).ok());
}

TEST_CASE("a pick that is no longer offered picks nothing") {
    Engines engines(wenlan::text::pinyin_model());
    static_cast<void>(engines.answer({.kind = Question::Kind::begin}));
    for (const char key : std::string("tianjin"))
        static_cast<void>(engines.answer({.kind = Question::Kind::press, .key = key}));
    const auto wrong = engines.answer({.kind = Question::Kind::pick, .text = "北京"});
    CHECK_FALSE(wrong.taken);
    CHECK(wrong.now.shown == "tian'jin");
    const auto right = engines.answer({.kind = Question::Kind::pick, .text = "天津"});
    CHECK(right.taken);
    CHECK(right.finished == "天津");
}

TEST_CASE(
    "without libpinyin's model handwriting still works, and the answers say what is missing") {
    Engines engines("/nonexistent");
    const auto typed = engines.answer({.kind = Question::Kind::press, .key = 'a'});
    CHECK_FALSE(typed.pinyin);
    CHECK(typed.handwriting);
    CHECK(typed.now.empty());
    Question one{.kind = Question::Kind::write};
    one.ink = {{{0, 50}, {100, 50}}};
    CHECK_FALSE(engines.answer(one).characters.empty());
}

TEST_CASE("ink without strokes, a thousand strokes and points far outside are answered calmly") {
    Engines engines("/nonexistent");
    Question question{.kind = Question::Kind::write};
    CHECK(engines.answer(question).characters.empty());
    question.ink.assign(1000, {{0, 0}, {100, 100}});
    CHECK(decode_question(encode(question)).ok());
    static_cast<void>(engines.answer(question));
    question.ink = {{{-1e30F, 1e30F}, {1e30F, -1e30F}}, {{0, 0}}};
    static_cast<void>(engines.answer(question));
}
