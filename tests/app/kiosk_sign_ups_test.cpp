// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk_sign_ups.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/following_round.h"
#include "app/sign_up_thread.h"
#include "app/stepped_sign_ups.h"
#include "catch.h"
#include "domain/codes.h"
#include "station/station.h"
#include "store/demonstration.h"
#include "store/folder.h"
#include "store/town.h"
#include "sync/seeded_random.h"

using namespace wenlan;
using namespace std::chrono_literals;
using model::SignUpStamp;

namespace {

namespace fs = std::filesystem;

const fs::path demo = fs::path(WENLAN_SOURCE_DIR) / "data" / "demo";
const std::string planted_name = "尤佳慧";
const std::string planted_phone = "13857601234";

domain::Answers answers_to(const domain::Form& form, int party, bool with_phone = true) {
    domain::Answers answers;
    answers.form_version = form.version;
    for (const domain::Question& question : form.questions) {
        domain::Answer answer;
        answer.kind = question.kind;
        switch (question.kind) {
            case domain::QuestionKind::name:
            case domain::QuestionKind::text:
                answer.text = planted_name;
                break;
            case domain::QuestionKind::phone:
                if (with_phone) answer.text = planted_phone;
                break;
            case domain::QuestionKind::party:
                answer.number = party;
                break;
            case domain::QuestionKind::consent:
                answer.ticked = true;
                break;
            default:
                answer.number = question.options.empty() ? question.least : 0;
        }
        answers.answers.push_back(answer);
    }
    return answers;
}

// A kiosk that was started alone, as a tour runs it.
struct Kiosk {
    test::Folder root;
    base::PosixDisk disk;
    base::VirtualClock clock{test::at("2026-11-22T14:20")};
    test::SeededRandom random{1};
    store::DataFolder folder{root / "lobby"};
    app::OfficeLine line;
    app::HubContact contact;
    std::unique_ptr<app::KioskSignUps> kept;
    std::unique_ptr<app::SteppedSignUps> sign_ups;
    std::unique_ptr<station::Station> station;
    std::unique_ptr<app::FollowingRound> round;
    std::shared_ptr<const model::View> view;
    std::uint64_t sent = 0;
    std::uint64_t ticket = 0;

    explicit Kiosk(bool with_hub = true) {
        kept = std::make_unique<app::KioskSignUps>(
            app::KioskSignUps::Parts{disk, clock, random, folder, contact});
        sign_ups = std::make_unique<app::SteppedSignUps>(*kept);
        station = std::make_unique<station::Station>(clock, disk, folder.root, demo);
        station->connect(line);
        station->connect(*sign_ups);
        if (with_hub) {
            round = app::FollowingRound::create({.disk = disk,
                                                 .clock = clock,
                                                 .random = random,
                                                 .folder = folder,
                                                 .sources = {},
                                                 .line = line,
                                                 .demonstration = demo,
                                                 .contact = &contact})
                        .value();
        }
        pass(2s);
    }
    void pass(base::Duration time) {
        clock.advance(time);
        if (round) round->tick();
        sign_ups->tick();
        station->tick();
        view = station->view();
    }
    const model::SignUpsPage& send(model::Intent intent) {
        station->handle({++sent, std::move(intent)});
        view = station->view();
        REQUIRE(view->sign_ups != nullptr);
        return *view->sign_ups;
    }
    // The first thing of these days that one can sign up to and that has seats.
    model::EventCard card() {
        for (const model::EventCard& one : view->events->cards) {
            const bool counted = one.seats.kind == model::SeatsShown::Kind::counted;
            if (one.join == domain::Join::sign_up && counted && one.seats.free > 20 &&
                one.moment == model::Moment::upcoming)
                return one;
        }
        FAIL("nothing to sign up to");
        return {};
    }
    model::SignUpOutcome sign_up(const model::EventCard& card, int party, bool with_phone = true) {
        station->handle({++sent, model::ShowEvent{card.occasion, {}}});
        view = station->view();
        REQUIRE(view->detail != nullptr);
        model::TakeSignUp wanted;
        wanted.ticket = ++ticket;
        wanted.listing = card.listing;
        wanted.occasion = card.occasion;
        wanted.answers = answers_to(view->detail->form, party, with_phone);
        const auto& page = send(wanted);
        CHECK(page.taken.ticket == ticket);
        for (const auto& refusal : page.taken.outcome.refusals) {
            CAPTURE(refusal.question, static_cast<int>(refusal.kind));
            CHECK(false);
        }
        return page.taken.outcome;
    }
    model::LookUpOutcome look_up(const std::string& code, const std::string& tail) {
        return send(model::LookUpSignUp{++ticket, code, tail}).looked_up.outcome;
    }
    model::ChangeOutcome change(model::ChangeSignUp::What what, const model::FoundSignUp& found,
                                const std::string& tail, int party = 1) {
        model::ChangeSignUp wanted{++ticket,   what, found.id, found.occasion,
                                   found.code, tail, party};
        return send(wanted).changed.outcome;
    }
    // Files in which the bytes stand.
    std::vector<std::string> files_with(const std::string& bytes) const {
        std::vector<std::string> found;
        for (const auto& entry : fs::recursive_directory_iterator(folder.root)) {
            if (!entry.is_regular_file()) continue;
            std::ifstream in(entry.path(), std::ios::binary);
            const std::string text{std::istreambuf_iterator<char>(in), {}};
            if (text.find(bytes) != std::string::npos) found.push_back(entry.path().string());
        }
        return found;
    }
};

}  // namespace

TEST_CASE("At a kiosk that was started alone a sign-up is kept, found, changed and cancelled",
          "[sign-ups]") {
    Kiosk kiosk;
    const auto card = kiosk.card();
    const auto taken = kiosk.sign_up(card, 3);
    REQUIRE_FALSE(taken.failure.has_value());
    CHECK(taken.stamp == SignUpStamp::kept);
    CHECK_FALSE(taken.provisional);
    CHECK(taken.party == 3);
    CHECK(kiosk.view->sign_ups->online);
    const auto code = domain::read_code(taken.code);
    REQUIRE(code.has_value());
    CHECK_FALSE(code->offline());
    CHECK(code->digits.size() == domain::hub_code_digits);

    const auto found = kiosk.look_up(taken.code, "1234");
    CHECK(found.from_hub);
    REQUIRE(found.found.has_value());
    CHECK(found.found->name == planted_name);
    CHECK(found.found->masked_phone == "138****1234");
    CHECK(found.found->state == domain::SignUpState::confirmed);
    REQUIRE(kiosk.view->sign_ups->looked_up.card.has_value());
    CHECK(kiosk.view->sign_ups->looked_up.card->occasion == card.occasion);
    CHECK_FALSE(kiosk.look_up(taken.code, "4321").found.has_value());

    using What = model::ChangeSignUp::What;
    using Did = model::ChangeOutcome::Did;
    auto changed = kiosk.change(What::shrink, *found.found, "1234", 2);
    CHECK(changed.did == Did::done);
    CHECK(changed.party == 2);
    changed = kiosk.change(What::cancel, *found.found, "1234");
    CHECK(changed.did == Did::done);
    CHECK(changed.state == domain::SignUpState::cancelled);
    changed = kiosk.change(What::undo_cancelling, *found.found, "1234");
    CHECK(changed.did == Did::done);
    CHECK(changed.state == domain::SignUpState::confirmed);
    CHECK(kiosk.change(What::cancel, *found.found, "9999").did == Did::refused);
    CHECK(kiosk.kept->waiting()->count == 0);

    SECTION("and the seats that it took are seen by whoever comes next") {
        const int before = card.seats.free;
        kiosk.pass(16s);
        kiosk.pass(31s);
        for (const auto& one : kiosk.view->events->cards) {
            if (one.occasion == card.occasion) CHECK(one.seats.free < before);
        }
    }
}

TEST_CASE("Without the network a sign-up lies safe at the screen and reaches the hub later",
          "[sign-ups]") {
    Kiosk kiosk;
    const auto card = kiosk.card();
    kiosk.contact.switch_network(false);
    const auto taken = kiosk.sign_up(card, 6);
    REQUIRE_FALSE(taken.failure.has_value());
    CHECK(taken.stamp == SignUpStamp::stored);
    CHECK(taken.provisional);
    CHECK_FALSE(kiosk.view->sign_ups->online);
    CHECK(taken.code.starts_with("H1 "));
    REQUIRE(kiosk.kept->waiting()->count == 1);
    CHECK(kiosk.kept->waiting()->rows.at(0).listing == card.listing);
    CHECK(kiosk.kept->waiting()->rows.at(0).party == 6);
    // Of what was taken here this screen knows everything but the names.
    auto found = kiosk.look_up(taken.code, "1234");
    REQUIRE(found.found.has_value());
    CHECK_FALSE(found.from_hub);
    CHECK(found.found->name.empty());
    CHECK(found.found->state == domain::SignUpState::requested);
    kiosk.pass(2s);
    CHECK(kiosk.line.shown().outbox == 1);

    kiosk.contact.switch_network(true);
    kiosk.pass(1min);
    kiosk.pass(1min);
    CHECK(kiosk.kept->waiting()->count == 0);
    found = kiosk.look_up(taken.code, "1234");
    REQUIRE(found.found.has_value());
    CHECK(found.from_hub);
    CHECK(found.found->name == planted_name);
    CHECK(found.found->state != domain::SignUpState::requested);
    CHECK(found.found->party == 6);
}

TEST_CASE("Seats are held while a sheet is open, for the one who has it open", "[sign-ups]") {
    Kiosk kiosk;
    const auto card = kiosk.card();
    using Did = model::HoldOutcome::Did;
    const auto held = kiosk.send(model::HoldSeats{1, card.occasion, 4}).held;
    CHECK(held.ticket == 1);
    CHECK(held.outcome.did == Did::held);
    CHECK(held.outcome.seats == 4);
    CHECK(held.outcome.seconds == 240);
    CHECK(kiosk.send(model::HoldSeats{2, card.occasion, 2}).held.outcome.seats == 2);
    CHECK(kiosk.sign_up(card, 2).stamp == SignUpStamp::kept);
    // A screen may hold for three at a time: what a sign-up took, or a visit left, is held no more.
    for (std::uint64_t visit = 0; visit < 5; ++visit) {
        CHECK(kiosk.send(model::HoldSeats{3, card.occasion, 2}).held.outcome.did == Did::held);
        kiosk.station->handle({++kiosk.sent, model::EndVisit{}});
        CHECK(kiosk.station->view()->sign_ups == nullptr);
    }
    kiosk.contact.switch_network(false);
    CHECK(kiosk.send(model::HoldSeats{8, card.occasion, 1}).held.outcome.did == Did::unasked);
}

TEST_CASE("A screen that belongs to no office takes nothing, and says so", "[sign-ups]") {
    Kiosk kiosk(false);
    const auto taken = kiosk.sign_up(kiosk.card(), 1);
    CHECK(taken.stamp == SignUpStamp::none);
    REQUIRE(taken.failure.has_value());
    CHECK(taken.failure->code == "sign-up.no-office");
    CHECK_FALSE(kiosk.disk.exists(kiosk.folder.root / "sign-ups"));
}

TEST_CASE("A screen that the office hears no longer takes nothing that nobody would read",
          "[sign-ups]") {
    Kiosk kiosk;
    const auto card = kiosk.card();
    kiosk.contact.revoked(true);
    const auto taken = kiosk.sign_up(card, 1);
    CHECK(taken.stamp == SignUpStamp::none);
    CHECK(taken.failure->code == "sign-up.revoked");
}

TEST_CASE("No file of the screen holds a name, and what guards the codes is its user's alone",
          "[sign-ups]") {
    Kiosk kiosk;
    const auto card = kiosk.card();
    CHECK(kiosk.sign_up(card, 2).stamp == SignUpStamp::kept);
    kiosk.contact.switch_network(false);
    const auto stored = kiosk.sign_up(card, 6, false);
    CHECK(stored.code_suffices);
    CHECK(kiosk.kept->waiting()->count == 1);
    CHECK(kiosk.files_with(planted_name).empty());
    CHECK(kiosk.files_with(planted_phone).empty());
    CHECK(kiosk.files_with(planted_phone.substr(3)).empty());
    int looked_at = 0;
    for (const auto& entry : fs::directory_iterator(kiosk.folder.root / "sign-ups")) {
        INFO(entry.path());
        CHECK((entry.status().permissions() & (fs::perms::group_all | fs::perms::others_all)) ==
              fs::perms::none);
        ++looked_at;
    }
    CHECK(looked_at >= 3);
}

TEST_CASE("A program that starts again goes on with what it had kept", "[sign-ups]") {
    Kiosk kiosk;
    const auto card = kiosk.card();
    kiosk.contact.switch_network(false);
    const auto taken = kiosk.sign_up(card, 6);
    CHECK(kiosk.kept->waiting()->count == 1);
    kiosk.station.reset();
    kiosk.sign_ups.reset();
    kiosk.kept = std::make_unique<app::KioskSignUps>(app::KioskSignUps::Parts{
        kiosk.disk, kiosk.clock, kiosk.random, kiosk.folder, kiosk.contact});
    kiosk.kept->tick();
    CHECK(kiosk.kept->waiting()->count == 1);
    const auto answer =
        kiosk.kept->serve({1, 1, station::SignUpQuestion::LookUp{taken.code, "1234"}});
    CHECK(std::get<model::LookUpOutcome>(answer.what).found->id == taken.id);
    kiosk.contact.switch_network(true);
    kiosk.clock.advance(1min);
    kiosk.kept->tick();
    CHECK(kiosk.kept->waiting()->count == 0);
}

TEST_CASE("On a thread of their own, sign-ups that were handed in are taken before it ends",
          "[sign-ups]") {
    Kiosk kiosk;
    const auto card = kiosk.card();
    kiosk.station.reset();
    kiosk.sign_ups.reset();
    app::SignUpThread thread(std::move(kiosk.kept), kiosk.contact);
    station::SignUpRequest request;
    request.listing = card.listing;
    request.occasion = card.occasion;
    domain::Question party;
    party.kind = domain::QuestionKind::party;
    request.form.questions = {party};
    request.answers = answers_to(request.form, 2);
    request.ends = kiosk.clock.now() + 1h;
    thread.ask({7, 1, request});
    thread.ask({7, 2, station::SignUpQuestion::LookUp{"8350 4417", "1234"}});
    // The visitor walks away: what they asked needs no answer, what they did is done.
    thread.end_visit(7);
    CHECK(thread.take_answers().empty());
    std::atomic<int> answered = 0;
    thread.begin([&answered] { ++answered; });
    thread.end();
    const auto answers = thread.take_answers();
    REQUIRE(answers.size() == 1);
    CHECK(answers[0].ticket == 1);
    const auto& outcome = std::get<model::SignUpOutcome>(answers[0].what);
    CHECK_FALSE(outcome.failure.has_value());
    CHECK((outcome.stamp == SignUpStamp::kept || outcome.stamp == SignUpStamp::stored));
    CHECK(answered >= 1);
}
