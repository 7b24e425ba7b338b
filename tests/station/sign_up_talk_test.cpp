// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "station/fake_sign_up_desk.h"
#include "station/lobby.h"

using namespace wenlan;
using station::SignUpQuestion;
using station::SignUpRequest;
using test::FakeSignUpDesk;
using test::Lobby;

namespace {

domain::Question question(domain::QuestionKind kind) {
    domain::Question made;
    made.kind = kind;
    made.prompt = {"问", "ask"};
    return made;
}

domain::Answer how_many(int party) {
    domain::Answer answer;
    answer.kind = domain::QuestionKind::party;
    answer.number = party;
    return answer;
}

// A lobby whose sign-ups the test answers.
struct Asking : Lobby {
    FakeSignUpDesk desk;

    Asking() {
        auto& opera = town.listing("opera", "opera", domain::Section::events);
        opera.form.version = 3;
        opera.form.questions = {question(domain::QuestionKind::name),
                                question(domain::QuestionKind::party)};
        town.occasion("2026-11-22T19:00", "2026-11-22T21:10", 320, 283);
        auto& ended = town.listing("choir");
        ended.form.questions = {question(domain::QuestionKind::name)};
        town.occasion("2026-11-22T08:00", "2026-11-22T09:00", 20, 3);
        town.event("talk", "2026-11-22T15:00", "2026-11-22T16:00", 20, 3);
        town.listing("call").deadline = test::at("2026-11-25T12:00");
        open();
        station->connect(desk);
    }
    domain::OccasionId tonight() { return occasion("opera", "2026-11-22T19:00"); }
    model::TakeSignUp sign_up(domain::OccasionId to) {
        model::TakeSignUp wanted;
        wanted.ticket = 7;
        wanted.occasion = to;
        wanted.answers.form_version = 3;
        domain::Answer name;
        name.kind = domain::QuestionKind::name;
        name.text = "尤佳慧";
        wanted.answers.answers = {name, how_many(3)};
        return wanted;
    }
    const SignUpRequest& asked_for() { return std::get<SignUpRequest>(desk.asked.back().what); }
};

station::SignUpAnswer kept(const SignUpQuestion& asked) {
    model::SignUpOutcome outcome;
    outcome.stamp = model::SignUpStamp::kept;
    outcome.code = "8350 4417";
    return {asked.visit, asked.ticket, true, outcome};
}

}  // namespace

TEST_CASE("A sign-up is handed in with what the programme says of it", "[sign-ups]") {
    Asking lobby;
    CHECK(lobby.view->sign_ups == nullptr);
    lobby.send(lobby.sign_up(lobby.tonight()));
    REQUIRE(lobby.desk.asked.size() == 1);
    const SignUpRequest& request = lobby.asked_for();
    CHECK(request.listing == lobby.listing("opera"));
    CHECK(request.occasion == lobby.tonight());
    CHECK(request.form.version == 3);
    CHECK(request.form.questions.size() == 2);
    CHECK(request.seats_counted);
    CHECK(request.free_known == 37);
    CHECK(request.may_promise);
    CHECK(request.ends == test::at("2026-11-22T21:10"));
    CHECK(request.answers.answers.at(1).number == 3);
    // Nobody has answered yet, and the screen knows that it asked.
    REQUIRE(lobby.view->sign_ups != nullptr);
    CHECK(lobby.view->sign_ups->taken.ticket == 0);
}

TEST_CASE("The answer to a sign-up is shown when it has come, with its ticket", "[sign-ups]") {
    Asking lobby;
    lobby.send(lobby.sign_up(lobby.tonight()));
    lobby.desk.give(kept(lobby.desk.asked.back()));
    const auto& view = lobby.pass(std::chrono::milliseconds{10});
    REQUIRE(view.sign_ups != nullptr);
    CHECK(view.sign_ups->taken.ticket == 7);
    CHECK(view.sign_ups->taken.outcome.stamp == model::SignUpStamp::kept);
    CHECK(view.sign_ups->online);

    SECTION("or with the same view, where the desk answers at once") {
        lobby.desk.answers = kept;
        auto again = lobby.sign_up(lobby.tonight());
        again.ticket = 8;
        CHECK(lobby.send(again).sign_ups->taken.ticket == 8);
    }
}

TEST_CASE("An answer that comes when the visitor has left is told to nobody", "[sign-ups]") {
    Asking lobby;
    lobby.send(lobby.sign_up(lobby.tonight()));
    lobby.send(model::EndVisit{});
    CHECK(lobby.view->sign_ups == nullptr);
    CHECK(lobby.desk.ended == std::vector<std::uint64_t>{0});
    lobby.desk.give(kept(lobby.desk.asked.back()));
    CHECK(lobby.pass(std::chrono::minutes{1}).sign_ups == nullptr);
    lobby.send(model::LookUpSignUp{1, "8350 4417", "1234"});
    CHECK(lobby.view->sign_ups->taken.ticket == 0);
    // Who asked nothing leaves nothing to let go of.
    lobby.send(model::EndVisit{});
    lobby.send(model::EndVisit{});
    CHECK(lobby.desk.ended == std::vector<std::uint64_t>{0, 1});
}

TEST_CASE("What is over, called off or gone is not handed in, and the screen says why",
          "[sign-ups]") {
    Asking lobby;
    lobby.send(lobby.sign_up(lobby.occasion("choir", "2026-11-22T08:00")));
    CHECK(lobby.view->sign_ups->taken.outcome.failure->code == "sign-up.over");
    CHECK(lobby.view->sign_ups->taken.outcome.why == domain::Why::closed);
    lobby.send(lobby.sign_up(domain::OccasionId{4711}));
    CHECK(lobby.view->sign_ups->taken.outcome.failure->code == "sign-up.gone");
    for (auto& entry : lobby.town.programme.occasions) {
        entry.occasion.state = domain::OccasionState::cancelled;
        entry.occasion.reason = {"台风", "typhoon"};
    }
    const auto tonight = lobby.tonight();
    lobby.publish();
    lobby.pass(std::chrono::seconds{2});
    lobby.send(lobby.sign_up(tonight));
    CHECK(lobby.view->sign_ups->taken.outcome.failure->code == "sign-up.called-off");
    CHECK(lobby.view->sign_ups->taken.outcome.stamp == model::SignUpStamp::none);
    CHECK(lobby.desk.asked.empty());
}

TEST_CASE("A call is signed up to without a date, until its deadline", "[sign-ups]") {
    Asking lobby;
    model::TakeSignUp wanted;
    wanted.ticket = 1;
    wanted.listing = lobby.listing("call");
    lobby.send(wanted);
    REQUIRE(lobby.desk.asked.size() == 1);
    CHECK_FALSE(lobby.asked_for().seats_counted);
    CHECK(lobby.asked_for().ends == test::at("2026-11-25T12:00"));
    lobby.go_to("2026-11-25T12:00");
    wanted.ticket = 2;
    CHECK(lobby.send(wanted).sign_ups->taken.outcome.failure->code == "sign-up.closed");
    CHECK(lobby.desk.asked.size() == 1);
}

TEST_CASE("At the door it is enough to say how many come, unless the listing asks", "[sign-ups]") {
    Asking lobby;
    auto wanted = lobby.sign_up(lobby.occasion("talk", "2026-11-22T15:00"));
    wanted.walking_in = true;
    wanted.answers = {};
    wanted.answers.answers = {how_many(2)};
    lobby.send(wanted);
    REQUIRE(lobby.desk.asked.size() == 1);
    CHECK(lobby.asked_for().walking_in);
    CHECK(domain::refusals(lobby.asked_for().form, wanted.answers).empty());
    wanted = lobby.sign_up(lobby.tonight());
    wanted.walking_in = true;
    lobby.send(wanted);
    CHECK(lobby.asked_for().form.questions.size() == 2);
}

TEST_CASE("What is found behind a code has its card, if the programme still knows it",
          "[sign-ups]") {
    Asking lobby;
    const auto tonight = lobby.tonight();
    lobby.desk.answers = [&](const SignUpQuestion& asked) {
        model::LookUpOutcome outcome;
        outcome.found.emplace();
        outcome.found->occasion = tonight;
        outcome.found->listing = lobby.listing("opera");
        return station::SignUpAnswer{asked.visit, asked.ticket, true, outcome};
    };
    lobby.send(model::LookUpSignUp{5, "8350 4417", "1234"});
    const auto& page = *lobby.view->sign_ups;
    CHECK(page.looked_up.ticket == 5);
    REQUIRE(page.looked_up.card.has_value());
    CHECK(page.looked_up.card->occasion == tonight);
}

TEST_CASE("Without an office nothing is taken, and the screen says so at once", "[sign-ups]") {
    Lobby lobby;
    lobby.town.listing("opera");
    lobby.town.occasion("2026-11-22T19:00", "2026-11-22T21:10", 320, 283);
    lobby.open();
    model::TakeSignUp wanted;
    wanted.ticket = 1;
    wanted.occasion = lobby.occasion("opera", "2026-11-22T19:00");
    lobby.send(wanted);
    REQUIRE(lobby.view->sign_ups != nullptr);
    CHECK(lobby.view->sign_ups->taken.outcome.failure->code == "sign-up.no-office");
    lobby.send(model::LookUpSignUp{2, "8350 4417", "1234"});
    CHECK(lobby.view->sign_ups->looked_up.outcome.failure->code == "sign-up.no-office");
    model::ChangeSignUp change;
    change.ticket = 3;
    lobby.send(change);
    CHECK(lobby.view->sign_ups->changed.outcome.failure->code == "sign-up.no-office");
    lobby.send(model::HoldSeats{4, wanted.occasion, 2});
    CHECK(lobby.view->sign_ups->held.ticket == 4);
    CHECK(lobby.view->sign_ups->held.outcome.did == model::HoldOutcome::Did::unasked);
}
