// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/usual_form.h"

#include <algorithm>

#include "catch.h"
#include "domain/answers.h"

using namespace wenlan;
using namespace wenlan::domain;

namespace {

Listing listing(Kind kind, Join join = Join::sign_up) {
    Listing made;
    made.kind = kind;
    made.join = join;
    return made;
}

bool asks(const Form& form, QuestionKind kind) {
    return std::any_of(form.questions.begin(), form.questions.end(),
                       [kind](const Question& question) { return question.kind == kind; });
}

constexpr Kind joined[] = {Kind::event,        Kind::reading, Kind::club,   Kind::challenge,
                           Kind::volunteering, Kind::call,    Kind::service};

}  // namespace

TEST_CASE("a listing that asks for itself keeps its own questions") {
    Listing own = listing(Kind::event);
    own.form.version = 4;
    Question question;
    question.kind = QuestionKind::name;
    own.form.questions = {question};
    CHECK(form_of(own) == own.form);
    CHECK(walk_in_form_of(own) == own.form);
}

TEST_CASE("whatever one can join asks for a name, wants no phone, and asks for consent last") {
    for (const Kind kind : joined) {
        const Form form = form_of(listing(kind));
        CAPTURE(static_cast<int>(kind));
        REQUIRE(form.questions.size() >= 3);
        CHECK(form.questions[0].kind == QuestionKind::name);
        CHECK(form.questions[1].kind == QuestionKind::phone);
        CHECK_FALSE(form.questions[1].required);
        const auto consents = std::count_if(
            form.questions.begin(), form.questions.end(), [](const Question& question) {
                return question.kind == QuestionKind::consent && question.required;
            });
        CHECK(consents == 1);
    }
}

TEST_CASE("each usual question can be said in both languages, and its choices too") {
    for (const Kind kind : joined) {
        for (const Question& question : form_of(listing(kind)).questions) {
            CHECK_FALSE(question.prompt.zh.empty());
            CHECK_FALSE(question.prompt.en.empty());
            if (question.kind == QuestionKind::choice) CHECK(question.options.size() >= 2);
        }
    }
}

TEST_CASE("volunteers say how old they are, parties how many come, acts how many stand on stage") {
    CHECK(asks(form_of(listing(Kind::volunteering)), QuestionKind::age));
    CHECK(asks(form_of(listing(Kind::event)), QuestionKind::party));
    CHECK(asks(form_of(listing(Kind::call)), QuestionKind::number));
}

TEST_CASE("nobody is asked anything where nobody signs up") {
    CHECK(form_of(listing(Kind::event, Join::none)).empty());
    CHECK(form_of(listing(Kind::notice, Join::none)).empty());
    CHECK(form_of(listing(Kind::survey, Join::anonymous)).empty());
}

TEST_CASE("whoever walks in only says how many they are") {
    const Form form = walk_in_form_of(listing(Kind::event));
    REQUIRE(form.questions.size() == 1);
    CHECK(form.questions[0].kind == QuestionKind::party);
}
