// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "domain/usual_form.h"
#include "ui/matrix/veil.h"

using namespace wenlan;
using test::landscape;
using test::Matrix;
using test::modes;
using test::open_section;
using test::portrait;
using test::Round;
using ui::Key;

namespace {

using Stamp = model::SignUpStamp;
using Did = model::HoldOutcome::Did;

// What the office answers in this round.
struct Office {
    model::HoldOutcome hold{Did::held, 1, 240};
    model::SignUpOutcome outcome;
    bool online = true;
    bool silent = false;
};

template <typename Intent>
std::uint64_t last_ticket(const Round& round) {
    std::uint64_t ticket = 0;
    for (const model::NumberedIntent& one : round.visitor.asked)
        if (const auto* it = std::get_if<Intent>(&one.intent)) ticket = it->ticket;
    return ticket;
}

// From here on the office answers, and the page of the listing is `change`d.
void connect(
    Round& round, Office& office,
    std::function<void(model::EventDetail&)> change = [](model::EventDetail&) {}) {
    round.kiosk->veil = [&round, &office, change](std::shared_ptr<const model::View> view) {
        auto changed = std::make_shared<model::View>(*view);
        auto page = std::make_shared<model::SignUpsPage>();
        page->online = office.online;
        page->held = {last_ticket<model::HoldSeats>(round), office.hold};
        if (!office.silent) page->taken = {last_ticket<model::TakeSignUp>(round), office.outcome};
        changed->sign_ups = page;
        if (view->detail) {
            auto detail = std::make_shared<model::EventDetail>(*view->detail);
            change(*detail);
            changed->detail = detail;
        }
        return std::shared_ptr<const model::View>(std::move(changed));
    };
    round.visitor.settle();
}

void open_event(Round& round) {
    open_section(round, domain::Section::events, "events", &model::View::events);
    // Not by pressing its card: on some panels it lies below the others.
    const auto& cards = round.kiosk->view()->events->cards;
    const auto card = std::find_if(cards.begin(), cards.end(), [](const model::EventCard& one) {
        return one.join == domain::Join::sign_up &&
               one.seats.kind == model::SeatsShown::Kind::counted;
    });
    REQUIRE(card != cards.end());
    const ui::Place place{.screen = ui::ScreenName::detail,
                          .section = domain::Section::events,
                          .occasion = card->occasion,
                          .listing = card->listing,
                          .kind = card->kind};
    round.kiosk->ask(model::ShowEvent{card->occasion, card->listing});
    round.visitor.shell().stand_at(place, *round.kiosk->view());
    round.visitor.settle();
    REQUIRE(round.visitor.screen().screen == "event-detail");
}

// Large text on a lying panel is left out: there texts still lie over one another.
std::vector<test::Mode> sign_up_modes() {
    std::vector<test::Mode> all = modes({portrait, landscape});
    std::erase_if(all, [](const test::Mode& mode) {
        return mode.large_text && mode.panel.width > mode.panel.height;
    });
    return all;
}

void type_name(Round& round) {
    const bool latin = round.visitor.sees(round.word(Key::typing_capitals));
    for (const char* key :
         latin ? std::vector<const char*>{"l", "i"} : std::vector<const char*>{"w", "a", "n", "g"})
        round.tap(key);
}

void type_digits(Round& round, std::string_view digits) {
    for (const char digit : digits) round.tap(std::string(1, digit));
}

const model::EventDetail& detail(const Round& round) { return *round.kiosk->view()->detail; }

std::string consent_of(const Round& round, const domain::Form& form) {
    for (const domain::Question& question : form.questions) {
        if (question.kind == domain::QuestionKind::consent && question.required)
            return round.word(question.prompt);
    }
    return {};
}

// A form with one question of each kind.
domain::Form long_form() {
    domain::Listing listing;
    listing.kind = domain::Kind::call;
    domain::Form form = domain::form_of(listing);
    domain::Listing helpers;
    helpers.kind = domain::Kind::volunteering;
    helpers.join = domain::Join::sign_up;
    domain::Question age = domain::form_of(helpers).questions[2];
    form.questions.insert(form.questions.end() - 1, age);
    domain::Question several = form.questions[3];
    several.kind = domain::QuestionKind::choices;
    several.prompt = {"要我们准备些什么？", "What shall we have ready for you?"};
    form.questions.insert(form.questions.end() - 1, several);
    return form;
}

}  // namespace

TEST_CASE("signing up is whole in every mode: name, pad, phone, check, notice, receipt") {
    Matrix matrix;
    matrix.each(sign_up_modes(), [](Round& round) {
        Office office;
        office.outcome.stamp = Stamp::kept;
        office.outcome.code = "8350 4417";
        office.outcome.party = 2;
        open_event(round);
        connect(round, office);
        round.tap(Key::detail_sign_up);
        REQUIRE(round.visitor.screen().screen == "sign-up");
        round.look("sign-up, name");
        round.tap(Key::sign_up_next);
        round.look("sign-up, no name");
        round.tap(Key::typing_mode_pad);
        round.look("sign-up, pad");
        round.tap(Key::typing_mode_keys);
        type_name(round);
        round.look("sign-up, name typed");
        round.tap(Key::sign_up_next);
        round.look("sign-up, phone");
        type_digits(round, "1385768");
        round.tap(Key::sign_up_next);
        round.look("sign-up, half a number");
        type_digits(round, "2406");
        round.tap(Key::sign_up_next);
        round.look_through("sign-up, check");
        round.tap(Key::sign_up_confirm);
        round.look("sign-up, no consent");
        round.tap(Key::sign_up_notice);
        round.look_through("sign-up, notice");
        round.tap(Key::sign_up_notice_done);
        round.tap(Key::sign_up_party_more);
        round.tap(Key::common_close);
        round.look("sign-up, closing");
        round.tap(Key::sign_up_close_stay);
        const std::string consent = consent_of(round, detail(round).form);
        if (!round.visitor.sees(consent)) round.visitor.scroll(0);
        round.tap(consent);
        office.silent = true;
        round.tap(Key::sign_up_confirm);
        round.look("sign-up, sending");
        office.silent = false;
        round.visitor.settle();
        REQUIRE(round.visitor.screen().screen == "receipt");
        round.look("receipt, kept");
    });
}

TEST_CASE("a receipt is whole in every mode: waitlisted, offline, without a phone, not taken") {
    Matrix matrix;
    const auto outcome = [](Stamp stamp, const char* code) {
        model::SignUpOutcome made;
        made.stamp = stamp;
        made.code = code;
        made.party = 2;
        return made;
    };
    model::SignUpOutcome waiting = outcome(Stamp::waiting, "H12 835 044");
    waiting.provisional = true;
    waiting.place = 2;
    model::SignUpOutcome stored = outcome(Stamp::stored, "H1204 835 044");
    stored.provisional = true;
    model::SignUpOutcome long_code = outcome(Stamp::kept, "H12 8350 4417 2265");
    long_code.code_suffices = true;
    model::SignUpOutcome declined = outcome(Stamp::declined, "");
    declined.why = domain::Why::full;
    const std::vector<model::SignUpOutcome> all{waiting, stored, long_code, declined};
    for (const model::SignUpOutcome& one : all) {
        matrix.each(sign_up_modes(), [&](Round& round) {
            Office office;
            office.outcome = one;
            open_event(round);
            connect(round, office);
            round.tap(Key::detail_sign_up);
            type_name(round);
            round.tap(Key::sign_up_next);
            round.tap(Key::sign_up_no_phone);
            const std::string consent = consent_of(round, detail(round).form);
            if (!round.visitor.sees(consent)) round.visitor.scroll(0);
            round.tap(consent);
            round.tap(Key::sign_up_confirm);
            REQUIRE(round.visitor.screen().screen == "receipt");
            round.look("receipt " + std::to_string(static_cast<int>(one.stamp)));
        });
    }
}

TEST_CASE("what changes meanwhile is whole in every mode") {
    Matrix matrix;
    matrix.each(sign_up_modes(), [](Round& round) {
        Office office;
        office.hold = {Did::gone, 0, 0};
        open_event(round);
        connect(round, office);
        round.tap(Key::detail_sign_up);
        round.look("sign-up, gone");
        round.tap(Key::sign_up_said_take_list);
        connect(round, office, [](model::EventDetail& page) {
            page.card.start.hour = 20;
            page.card.venue = {"一楼多功能厅", "Multi-purpose hall, 1F"};
        });
        round.look("sign-up, moved");
        connect(round, office, [](model::EventDetail& page) {
            page.card.state = domain::OccasionState::cancelled;
            page.card.reason = {"老师今天嗓子哑了，下周补一场",
                                "The teacher has lost her voice; we make it up next week"};
        });
        round.look("sign-up, cancelled");
    });
}

TEST_CASE("every kind of question is whole in every mode, and the review of them all") {
    Matrix matrix;
    matrix.each(sign_up_modes(), [](Round& round) {
        Office office;
        const domain::Form form = long_form();
        open_event(round);
        connect(round, office, [form](model::EventDetail& page) { page.form = form; });
        round.tap(Key::detail_sign_up);
        type_name(round);
        round.tap(Key::sign_up_next);
        round.tap(Key::sign_up_no_phone);
        round.look("sign-up, text");
        type_name(round);
        round.tap(Key::sign_up_next);
        round.look_through("sign-up, choice");
        round.tap(Key::sign_up_next);
        round.look("sign-up, nothing chosen");
        round.tap(round.word(form.questions[3].options.front()));
        round.tap(Key::sign_up_next);
        round.look("sign-up, number");
        type_digits(round, "6");
        round.tap(Key::sign_up_next);
        type_digits(round, "8");
        round.tap(Key::sign_up_next);
        round.look("sign-up, age");
        type_digits(round, "9");
        round.tap(Key::sign_up_next);
        round.look_through("sign-up, choices");
        round.tap(round.word(form.questions[3].options.front()));
        round.tap(Key::sign_up_next);
        REQUIRE(round.visitor.sees(round.word(Key::sign_up_review)));
        round.look_through("sign-up, long review");
    });
}
