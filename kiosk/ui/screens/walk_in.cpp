// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/walk_in.h"

#include <algorithm>
#include <array>
#include <string>

#include "ui/i18n/words.h"
#include "ui/screens/input_sheet.h"
#include "ui/screens/page_parts.h"
#include "ui/screens/screens.h"
#include "ui/screens/sheet_frame.h"
#include "ui/screens/walk_in_parts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/number_pad.h"
#include "ui/widgets/resting.h"

namespace wenlan::ui {

bool can_walk_in(const model::EventCard& card) {
    using model::SeatsShown;
    const bool now = card.moment == model::Moment::on_now || card.moment == model::Moment::soon;
    const bool joins = card.join == domain::Join::walk_in || card.join == domain::Join::sign_up;
    return card.occasion && now && joins && card.state != domain::OccasionState::cancelled &&
           card.seats.kind == SeatsShown::Kind::counted && card.seats.free > 0;
}

namespace walk_in {

namespace {

using domain::QuestionKind;

constexpr std::uint64_t name_field = 0x77616c6b;  // among the fields of a visit
constexpr int buttons_most = domain::party_usual_max;

// What the sheet can ask by itself; whatever needs more goes the whole way.
bool asks_little(const domain::Form& form) {
    return std::all_of(form.questions.begin(), form.questions.end(), [](const auto& question) {
        const bool own =
            question.kind == QuestionKind::party || question.kind == QuestionKind::name;
        return own || !question.required;
    });
}

bool asks_name(const domain::Form& form) {
    return std::any_of(form.questions.begin(), form.questions.end(), [](const auto& question) {
        return question.kind == QuestionKind::name && question.required;
    });
}

int party_most(const model::EventDetail& detail) {
    std::int64_t most = 1;
    for (const domain::Question& question : detail.walk_in_form.questions)
        if (question.kind == QuestionKind::party) most = domain::limits_of(question).most;
    const model::SeatsShown& seats = detail.card.seats;
    if (seats.kind == model::SeatsShown::Kind::counted && !seats.approximate)
        most = std::min<std::int64_t>(most, std::max(1, seats.free));
    return static_cast<int>(most);
}

std::optional<Action> send(Frame& frame, WalkIn& walk_in, const model::EventDetail& detail) {
    model::TakeSignUp wanted;
    wanted.listing = detail.card.listing;
    wanted.occasion = detail.card.occasion;
    wanted.walking_in = true;
    wanted.answers.form_version = detail.walk_in_form.version;
    for (const domain::Question& question : detail.walk_in_form.questions) {
        domain::Answer answer;
        answer.kind = question.kind;
        if (question.kind == QuestionKind::party) answer.number = walk_in.party;
        if (question.kind == QuestionKind::name && question.required)
            answer.text = frame.typist->text();
        wanted.answers.answers.push_back(std::move(answer));
    }
    walk_in.ticket = wanted.ticket = frame.visit.next_ticket();
    walk_in.asked_at = frame.now;
    walk_in.failed = walk_in.full = false;
    return model::Intent{std::move(wanted)};
}

// One of the numbers.
bool number(Frame& frame, Rect rect, std::string_view label, bool chosen) {
    Canvas& canvas = frame.canvas;
    const Palette& color = frame.theme.color;
    Pressing press(frame, Role::chip, label, rect);
    const Color fill = !chosen ? color.card : frame.theme.contrast ? color.action : color.ink;
    canvas.round(rect, 26, fill);
    if (!chosen) canvas.outline(rect, 26, frame.theme.contrast ? 4 : 3, color.ink2);
    canvas.push_ground(fill);
    TextStyle style = frame.theme.type(Type::section).in(chosen ? color.on_fill : color.ink);
    const std::array<float, 4> sizes{style.px, style.px * 0.85F, style.px * 0.7F, style.px * 0.6F};
    style.px = canvas.fitting_px(label, style, rect.w - 16, sizes);
    canvas.text(rect, label, style, {.align = Align::center, .middle = true});
    canvas.pop();
    return press.activated();
}

void numbers(Frame& frame, Rect row, WalkIn& walk_in, int most) {
    const bool more = most > buttons_most;
    const int shown = std::min(most, buttons_most);
    const auto cells = static_cast<float>(buttons_most) + (more ? 1.0F : 0.0F);
    constexpr float gap = 16;
    const float width = (row.w - gap * (cells - 1)) / cells;
    Rect cell{row.x, row.y, width, row.h};
    for (int n = 1; n <= shown; ++n) {
        if (number(frame, cell, std::to_string(n), walk_in.party == n)) {
            walk_in.party = n;
            frame.animate();
        }
        cell = cell.moved(width + gap, 0);
    }
    if (!more) return;
    const bool many = walk_in.party > buttons_most;
    const std::string label =
        many ? std::to_string(walk_in.party) : std::string(frame.word(Key::walk_in_more));
    if (number(frame, cell, label, many)) {
        walk_in.pad = true;
        walk_in.keyed = 0;
        frame.animate();
    }
}

void pad(Frame& frame, WalkIn& walk_in, int most) {
    const NumberPress keys = number_pad(
        frame, {.done = frame.word(Key::walk_in_next), .ready = walk_in.keyed > 0}, walk_in.repeat);
    if (keys.digit != 0) {
        const int wanted = walk_in.keyed * 10 + (keys.digit - '0');
        if (wanted <= most) walk_in.keyed = wanted;
    }
    for (int i = 0; i < keys.backspaces; ++i) walk_in.keyed /= 10;
    if (keys.done && walk_in.keyed > 0) {
        walk_in.party = walk_in.keyed;
        walk_in.pad = false;
    }
    if (keys.digit != 0 || keys.backspaces > 0 || keys.done) frame.animate();
}

std::optional<Action> ask_party(Frame& frame, const sheet::Places& at, WalkIn& walk_in,
                                const model::EventDetail& detail) {
    const Theme& theme = frame.theme;
    const int most = party_most(detail);
    walk_in.party = std::clamp(walk_in.party, 1, most);
    const TextStyle question = theme.type(Type::question);
    float y = at.body.y + (at.low ? 8 : 32);
    frame.canvas.text({at.body.x, y, at.body.w, question.height()},
                      frame.word(Key::walk_in_question), question,
                      {.step_down = {question.px * 0.8F}});
    y += question.height() + 28;
    if (walk_in.pad) {
        const TextStyle typed = theme.type(Type::display);
        frame.canvas.text({at.body.x, y, at.body.w, typed.height()},
                          walk_in.keyed > 0 ? std::to_string(walk_in.keyed) : "–", typed);
        pad(frame, walk_in, most);
        return std::nullopt;
    }
    const float side = at.low ? 124 : 148;
    numbers(frame, {at.body.x, y, at.body.w, side}, walk_in, most);
    y += side + 28;
    const bool waiting = walk_in.ticket != 0;
    const Rect row{at.body.x, y, at.body.w, 60};
    const bool named = asks_name(detail.walk_in_form);
    if (waiting) {
        sheet::sentence(frame, row, frame.word(Key::walk_in_sending), "clock", false);
    } else if (walk_in.full) {
        const int left = detail.card.seats.free;
        const std::string words = left > 0 ? format(Key::walk_in_full_some, frame.language(),
                                                    {{"n", std::to_string(left)}})
                                           : std::string(frame.word(Key::walk_in_full));
        sheet::sentence(frame, row, words, "warn", true);
    } else if (walk_in.failed) {
        sheet::sentence(frame, row, frame.word(Key::walk_in_failed), "warn", true);
    } else if (!named) {
        sheet::sentence(frame, row, frame.word(Key::walk_in_hint), "check", false);
    }
    y += theme.large ? 130 : 96;
    const float room = at.body.bottom() - 24 - 136;
    const Rect button{at.body.x, at.low ? room : std::min(room, y + 24), at.body.w, 136};
    const std::string label = named ? std::string(frame.word(Key::walk_in_next))
                              : walk_in.party == 1
                                  ? std::string(frame.word(Key::walk_in_enter))
                                  : format(Key::walk_in_enter_party, frame.language(),
                                           {{"n", std::to_string(walk_in.party)}});
    if (!primary_button(frame, button, label, Weight::action, "walk") || waiting)
        return std::nullopt;
    frame.animate();
    if (!named) return send(frame, walk_in, detail);
    walk_in.step = WalkIn::Step::name;
    return std::nullopt;
}

std::optional<Action> ask_name(Frame& frame, const sheet::Places& at, WalkIn& walk_in,
                               const model::EventDetail& detail) {
    const Rect area = at.low ? at.body : at.body.below(32);
    const auto outcome = input_sheet::draw_name(
        frame, area,
        {.field = name_field,
         .question = frame.word(Key::walk_in_name),
         .hint = frame.word(walk_in.ticket != 0 ? Key::walk_in_sending : Key::walk_in_name_hint),
         .done = frame.word(Key::walk_in_next),
         .error = walk_in.name_missing ? frame.word(Key::walk_in_name_hint) : std::string_view{},
         .latin = frame.theme.english()});
    if (outcome != input_sheet::Outcome::done || walk_in.ticket != 0) return std::nullopt;
    walk_in.name_missing = frame.typist->text().empty();
    if (walk_in.name_missing) return std::nullopt;
    return send(frame, walk_in, detail);
}

void follow(Frame& frame, WalkIn& walk_in, const model::EventDetail& detail) {
    const model::SignUpsPage* page = frame.view.sign_ups.get();
    if (walk_in.ticket == 0 || page == nullptr) return;
    if (walk_in.step == WalkIn::Step::done) {
        if (page->changed.ticket != walk_in.ticket) return;
        using Did = model::ChangeOutcome::Did;
        const Did did = page->changed.outcome.did;
        walk_in.ticket = 0;
        const bool done = did == Did::done || did == Did::noted;
        walk_in.undone = done ? WalkIn::Undone::yes : WalkIn::Undone::failed;
        if (done && !frame.visit.mine.held.empty()) forget(frame.visit.mine, walk_in.receipt);
        frame.animate();
        return;
    }
    if (page->taken.ticket != walk_in.ticket) return;
    walk_in.ticket = 0;
    frame.animate();
    const model::SignUpOutcome& outcome = page->taken.outcome;
    using Stamp = model::SignUpStamp;
    if (outcome.stamp == Stamp::none || outcome.stamp == Stamp::declined) {
        walk_in.full = outcome.why == domain::Why::full;
        walk_in.failed = !walk_in.full;
        walk_in.step = WalkIn::Step::party;
        return;
    }
    walk_in.receipt = {};
    walk_in.receipt.outcome = outcome;
    walk_in.receipt.card = detail.card;
    walk_in.receipt.offline = !page->online;
    remember(frame.visit.mine, walk_in.receipt);
    frame.typist->close();
    walk_in.step = WalkIn::Step::done;
    walk_in.done_at = frame.now;
}

}  // namespace

}  // namespace walk_in

std::optional<Action> draw_walk_in(Frame& frame, gfx::Texture backdrop, float opened) {
    WalkIn& walk_in = *frame.visit.walk_in;
    const model::EventDetail* detail = frame.view.detail.get();
    const bool here = detail != nullptr && detail->card.occasion == walk_in.occasion;
    if (here) walk_in::follow(frame, walk_in, *detail);
    // Past the answer the receipt keeps what it is about.
    const bool done = walk_in.step == WalkIn::Step::done;
    const sheet::Places at = sheet::places(frame, false);
    std::optional<Action> action;
    if (sheet::begin(frame, at, backdrop, opened, frame.word(Key::walk_in_title)) && !done)
        action = Navigation{CloseSheet{}};
    if (here || done) {
        const model::EventCard& card = done ? walk_in.receipt.card : detail->card;
        const std::string line =
            format(Key::walk_in_here, frame.language(), {{"place", frame.word(card.venue_short)}});
        if (sheet::head(frame, at, card, frame.word(card.title), line))
            action = Navigation{CloseSheet{}};
    }
    if (done) {
        take(action, walk_in::done(frame, at, walk_in));
    } else if (!here) {
        resting_cards(frame, at.body, 1, 160, 24);
    } else if (!walk_in::asks_little(detail->walk_in_form)) {
        const auto pressed = sheet::say(frame, at,
                                        {.icon = "ticket",
                                         .title = frame.word(Key::walk_in_asks_more),
                                         .first = frame.word(Key::detail_sign_up),
                                         .good = true});
        if (pressed == sheet::Pressed::first)
            action = open_sign_up(walk_in.occasion, walk_in.listing);
    } else if (walk_in.step == WalkIn::Step::name) {
        take(action, walk_in::ask_name(frame, at, walk_in, *detail));
    } else {
        take(action, walk_in::ask_party(frame, at, walk_in, *detail));
    }
    take(action, sheet::end(frame));
    return action;
}

}  // namespace wenlan::ui
