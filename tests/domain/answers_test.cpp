// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/answers.h"

#include "catch.h"

using namespace wenlan;
using namespace wenlan::domain;

namespace {

Question question(QuestionKind kind, bool required = true, int least = 0, int most = 0) {
    Question made;
    made.kind = kind;
    made.required = required;
    made.least = least;
    made.most = most;
    if (kind == QuestionKind::choice || kind == QuestionKind::choices) {
        made.options = {{"书画", ""}, {"戏曲", ""}, {"摄影", ""}};
    }
    return made;
}
Answer text_answer(QuestionKind kind, std::string text) {
    Answer answer;
    answer.kind = kind;
    answer.text = std::move(text);
    return answer;
}
Answer number_answer(QuestionKind kind, std::int64_t number) {
    Answer answer;
    answer.kind = kind;
    answer.number = number;
    return answer;
}
Answer nothing(QuestionKind kind) { return text_answer(kind, ""); }

// What is wrong with one answer to one question.
std::optional<RefusalKind> wrong(const Question& asked, const Answer& answer,
                                 bool guardian = false) {
    const auto all = refusals({1, {asked}}, {1, {answer}, guardian});
    if (all.empty()) return std::nullopt;
    REQUIRE(all.size() == 1);
    REQUIRE(all[0].question == 0);
    REQUIRE_FALSE(sentence(all[0], asked.kind).zh.empty());
    REQUIRE_FALSE(sentence(all[0], asked.kind).en.empty());
    return all[0].kind;
}

constexpr QuestionKind kinds[] = {
    QuestionKind::name,   QuestionKind::phone,   QuestionKind::party,
    QuestionKind::choice, QuestionKind::choices, QuestionKind::text,
    QuestionKind::number, QuestionKind::age,     QuestionKind::consent};

}  // namespace

TEST_CASE("What is required must be answered, what is not may be left", "[answers]") {
    for (const QuestionKind kind : kinds) {
        CAPTURE(static_cast<int>(kind));
        const auto expected =
            kind == QuestionKind::consent ? RefusalKind::not_agreed : RefusalKind::missing;
        CHECK(wrong(question(kind), nothing(kind)) == expected);
        CHECK_FALSE(wrong(question(kind, false), nothing(kind)));
    }
}

TEST_CASE("An answer of another kind than was asked for is refused", "[answers]") {
    for (const QuestionKind asked : kinds) {
        for (const QuestionKind given : kinds) {
            if (asked == given) continue;
            CHECK(wrong(question(asked, false), nothing(given)) == RefusalKind::other_questions);
        }
    }
}

TEST_CASE("A name is a few characters that can be read", "[answers]") {
    const Question name = question(QuestionKind::name);
    CHECK_FALSE(wrong(name, text_answer(QuestionKind::name, "王阿姨")));
    CHECK_FALSE(wrong(name, text_answer(QuestionKind::name, "𠅤")));
    std::string longest;
    for (int i = 0; i < name_characters_max; ++i) longest += "王";
    CHECK_FALSE(wrong(name, text_answer(QuestionKind::name, longest)));
    CHECK(wrong(name, text_answer(QuestionKind::name, longest + "王")) == RefusalKind::too_long);
    for (const char* bad : {"王\n阿姨", "a\x01", "\xFF", "\x7F"}) {
        CHECK(wrong(name, text_answer(QuestionKind::name, bad)) ==
              RefusalKind::unwanted_characters);
    }
}

TEST_CASE("A phone is one that can be called here", "[answers]") {
    for (const char* good : {"13857601234", "138 5760 1234", "138-5760-1234", "+86 13857601234",
                             "87401234", "0576-87401234"}) {
        CAPTURE(good);
        CHECK(phone_digits(good).has_value());
    }
    for (const char* bad : {"", "1385760123", "138576012345", "12857601234", "123", "abc",
                            "1385760123a", "0123456789012"}) {
        CAPTURE(bad);
        CHECK_FALSE(phone_digits(bad).has_value());
    }
    const Question phone = question(QuestionKind::phone);
    CHECK_FALSE(wrong(phone, text_answer(QuestionKind::phone, "13857601234")));
    // As it is kept: digits only.
    CHECK(wrong(phone, text_answer(QuestionKind::phone, "138 5760 1234")) ==
          RefusalKind::not_a_phone);
    const Answers tidy = tidied({1, {text_answer(QuestionKind::phone, " 138 5760 1234 ")}, false});
    CHECK(tidy.answers[0].text == "13857601234");
    CHECK(phone_tail(tidy) == "1234");
    CHECK(phone_tail({}).empty());
}

TEST_CASE("Numbers keep within their limits, a party within six unless the listing allows more",
          "[answers]") {
    struct Case {
        QuestionKind kind;
        int least, most;
        std::int64_t low, high;
    };
    for (const Case& c : {Case{QuestionKind::party, 0, 0, 1, 6},
                          {QuestionKind::party, 2, 20, 2, 20},
                          {QuestionKind::party, 0, 500, 1, party_max},
                          {QuestionKind::age, 0, 0, 0, 120},
                          {QuestionKind::age, 60, 0, 60, 120},
                          {QuestionKind::number, 0, 0, 0, 1'000'000},
                          {QuestionKind::number, 5, 9, 5, 9}}) {
        const Question asked = question(c.kind, true, c.least, c.most);
        CAPTURE(static_cast<int>(c.kind), c.least, c.most);
        CHECK_FALSE(wrong(asked, number_answer(c.kind, c.low), true));
        CHECK_FALSE(wrong(asked, number_answer(c.kind, c.high), true));
        CHECK(wrong(asked, number_answer(c.kind, c.high + 1), true) == RefusalKind::too_large);
        if (c.low > 0) {
            CHECK(wrong(asked, number_answer(c.kind, c.low - 1), true) == RefusalKind::too_small);
        }
    }
}

TEST_CASE("One chooses among what is offered, and as many as are allowed", "[answers]") {
    const Question one = question(QuestionKind::choice);
    CHECK_FALSE(wrong(one, number_answer(QuestionKind::choice, 2)));
    CHECK(wrong(one, number_answer(QuestionKind::choice, 3)) == RefusalKind::not_an_option);
    const Question some = question(QuestionKind::choices, true, 1, 2);
    Answer chosen = nothing(QuestionKind::choices);
    chosen.chosen = {0, 2};
    CHECK_FALSE(wrong(some, chosen));
    chosen.chosen = {0, 1, 2};
    CHECK(wrong(some, chosen) == RefusalKind::too_many);
    chosen.chosen = {2, 0};
    CHECK(wrong(some, chosen) == RefusalKind::not_an_option);
    chosen.chosen = {1, 1};
    CHECK(wrong(some, chosen) == RefusalKind::not_an_option);
    chosen.chosen = {3};
    CHECK(wrong(some, chosen) == RefusalKind::not_an_option);
    chosen.chosen = {-1};
    CHECK(wrong(some, chosen) == RefusalKind::not_an_option);
    chosen.chosen = {0};
    CHECK(wrong(question(QuestionKind::choices, true, 2, 3), chosen) == RefusalKind::too_few);
    chosen.chosen = {2, 0, 2};
    CHECK(tidied({1, {chosen}, false}).answers[0].chosen == std::vector<int>{0, 2});
}

TEST_CASE("A child under fourteen needs an adult's consent", "[answers]") {
    const Question age = question(QuestionKind::age);
    CHECK(wrong(age, number_answer(QuestionKind::age, 13)) == RefusalKind::needs_guardian);
    CHECK(wrong(age, number_answer(QuestionKind::age, 0)) == RefusalKind::needs_guardian);
    CHECK_FALSE(wrong(age, number_answer(QuestionKind::age, 13), true));
    CHECK_FALSE(wrong(age, number_answer(QuestionKind::age, 14)));
}

TEST_CASE("Answers belong to the version of the form that they answer, each to its question",
          "[answers]") {
    const Form form{3, {question(QuestionKind::name), question(QuestionKind::party)}};
    Answers answers{
        3, {text_answer(QuestionKind::name, "老林"), number_answer(QuestionKind::party, 4)}, false};
    CHECK(refusals(form, answers).empty());
    CHECK(party_of(answers) == 4);
    CHECK(answer_of(answers, QuestionKind::name)->text == "老林");
    CHECK(answer_of(answers, QuestionKind::age) == nullptr);
    answers.form_version = 2;
    CHECK(refusals(form, answers) == std::vector<Refusal>{{-1, RefusalKind::other_version, 3}});
    answers.form_version = 3;
    answers.answers.pop_back();
    CHECK(refusals(form, answers) == std::vector<Refusal>{{-1, RefusalKind::other_questions, 0}});
    CHECK(party_of(answers) == 1);
}

TEST_CASE("All that is wrong is said at once, field by field", "[answers]") {
    const Form form{1,
                    {question(QuestionKind::name), question(QuestionKind::phone),
                     question(QuestionKind::consent)}};
    const auto all =
        refusals(form, {1,
                        {nothing(QuestionKind::name), text_answer(QuestionKind::phone, "12"),
                         nothing(QuestionKind::consent)},
                        false});
    REQUIRE(all.size() == 3);
    CHECK(all[0] == Refusal{0, RefusalKind::missing, 0});
    CHECK(all[1] == Refusal{1, RefusalKind::not_a_phone, 0});
    CHECK(all[2] == Refusal{2, RefusalKind::not_agreed, 0});
}
