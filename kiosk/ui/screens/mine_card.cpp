// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "ui/i18n/words.h"
#include "ui/screens/mine_parts.h"
#include "ui/screens/page_parts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/cards.h"

// One sign-up of 我的: what, when, its code, and what can be done.
namespace wenlan::ui::mine {

namespace {

using Band = HeldSignUp::Band;
using domain::SignUpState;
using domain::SignUpStep;

constexpr float picture_width = 220, inset = 28;

struct Metrics {
    float picture = 0;  // its width; large text and high contrast have none
    float buttons = 0;
    float tag = 0, title = 0, line = 0, code = 0;
    float height = 0;
};
Metrics metrics_of(const Theme& theme) {
    Metrics m;
    m.picture = theme.large || theme.contrast ? 0 : picture_width;
    m.buttons = theme.large ? 220 : 176;
    m.tag = theme.type(Type::badge).px + 26;
    m.title = theme.type(Type::card_title).height();
    m.line = theme.type(Type::secondary).height();
    m.code = theme.grown(44, Growth::heading) * 1.3F;
    m.height = std::max(22 + m.tag + m.title + m.line + m.code + 20, 2 * measure::touch_min + 52);
    return m;
}

struct Tag {
    std::string words;
    Pigment pigment;
};

Tag tag_of(const Frame& frame, const HeldSignUp& held) {
    const Palette& color = frame.theme.color;
    const Pigment good{color.good, color.good}, waiting{color.waiting, color.waiting},
        quiet{color.ink2, color.ink2}, action{color.action, color.action};
    const auto plain = [&](Key key, const Pigment& pigment) {
        return Tag{std::string(frame.word(key)), pigment};
    };
    const auto number = [&](Key key, int n, const Pigment& pigment) {
        return Tag{format(key, frame.language(), {{"n", std::to_string(n)}}), pigment};
    };
    const model::FoundSignUp& sign_up = held.sign_up;
    if (held.band == Band::cancel) return plain(Key::mine_state_asking, action);
    switch (sign_up.state) {
        case SignUpState::requested:
            return plain(Key::mine_state_requested, waiting);
        case SignUpState::confirmed: {
            const bool seated =
                held.card && held.card->seats.kind != model::SeatsShown::Kind::none_needed;
            return plain(seated ? Key::mine_state_confirmed : Key::mine_state_joined, good);
        }
        case SignUpState::waitlisted:
            if (sign_up.place > 0)
                return number(Key::mine_state_waitlisted, sign_up.place, waiting);
            return plain(Key::mine_state_waiting, waiting);
        case SignUpState::declined:
            return plain(Key::mine_state_declined, quiet);
        case SignUpState::cancelled:
            return plain(Key::mine_state_cancelled, quiet);
        case SignUpState::checked_in:
            if (sign_up.present < sign_up.party)
                return number(Key::mine_state_part_here, sign_up.present, good);
            return plain(Key::mine_state_checked_in, good);
        case SignUpState::no_show:
            return plain(Key::mine_state_no_show, quiet);
    }
    return plain(Key::mine_state_requested, quiet);
}

std::string facts_of(const Frame& frame, const HeldSignUp& held) {
    const std::string party =
        format(Key::mine_party, frame.language(), {{"n", std::to_string(held.sign_up.party)}});
    if (!held.card) return party;
    const model::EventCard& card = *held.card;
    const std::string when =
        card.occasion ? words::day_and_time(card, frame.language()) : std::string();
    return words::facts({when, frame.word(card.venue_short), card.occasion ? party : ""});
}

std::optional<Action> buttons(Frame& frame, Rect column, HeldSignUp& held, std::size_t nth) {
    const Palette& color = frame.theme.color;
    if (held.band != Band::none && held.band != Band::said) return std::nullopt;
    struct Button {
        Key label;
        Band opens;
        bool action = false;
    };
    std::vector<Button> all;
    if (can_check_in(held)) all.push_back({Key::mine_do_check_in, Band::check_in, true});
    if (can(held, SignUpStep::cancel)) all.push_back({Key::mine_do_cancel, Band::cancel});
    if (all.size() < 2 && held.sign_up.party > 1 && can(held, SignUpStep::shrink))
        all.push_back({Key::mine_do_fewer, Band::shrink});
    constexpr float gap = 12;
    const auto count = static_cast<float>(all.size());
    float y = column.center().y - (count * (measure::touch_min + gap) - gap) / 2;
    for (const Button& button : all) {
        const Rect rect{column.x, y, column.w, measure::touch_min};
        page::SmallLook look{color.card, color.ink, true};
        if (button.action) look = {color.action, color.on_action, false};
        if (page::small_button(frame, rect, frame.word(button.label), look, nth + 1)) {
            held.band = button.opens;
            held.number = button.opens == Band::shrink
                              ? held.sign_up.party - 1
                              : std::max(1, held.sign_up.party - held.sign_up.present);
            frame.animate();
        }
        y += measure::touch_min + gap;
    }
    return std::nullopt;
}

}  // namespace

bool past(const HeldSignUp& held) { return held.card && held.card->moment == model::Moment::ended; }

float card_height(Frame& frame, const HeldSignUp& held, float width) {
    return metrics_of(frame.theme).height + band_height(frame, held, width);
}

std::optional<Action> card(Frame& frame, Rect rect, HeldSignUp& held, std::size_t nth) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const Metrics m = metrics_of(theme);
    const Rect upper = rect.top(m.height);
    card_ground(frame, rect);
    canvas.push_ground(theme.color.card);
    const bool has_band = rect.h > m.height + 1;
    if (m.picture > 0 && held.card) {
        canvas.picture(upper.left(m.picture), measure::radius_card, held.card->poster,
                       has_band ? Corners::none : Corners::left);
    }
    const float x = rect.x + (m.picture > 0 ? m.picture : 0) + inset + 4;
    const Rect column{rect.right() - inset - m.buttons, upper.y, m.buttons, upper.h};
    const float room = column.x - 20 - x;
    float y = upper.y + 20;
    const Tag tag = tag_of(frame, held);
    tag_pill(frame, {x, y + m.tag / 2 - 2}, tag.words, tag.pigment, true);
    y += m.tag;
    const TextStyle title = theme.type(Type::card_title);
    const std::string& words =
        held.card ? frame.word(held.card->title) : std::string(frame.word(Key::mine_state_gone));
    canvas.text({x, y, room, m.title}, words, title,
                {.step_down = {title.px * 0.9F, title.px * 0.82F, title.px * 0.74F}});
    y += m.title;
    const TextStyle line = theme.type(Type::secondary);
    canvas.text({x, y, room, m.line}, facts_of(frame, held), line,
                {.step_down = {line.px * 0.9F, line.px * 0.82F, line.px * 0.74F}});
    y += m.line + 2;
    TextStyle code = theme.type(Type::seats).sized(theme.grown(42, Growth::heading));
    code.color = theme.color.ink;
    code.tracking = 2;
    const TextStyle caption = theme.type(Type::caption);
    const std::string_view name = frame.word(Key::mine_code);
    const float name_width = canvas.text_width(name, caption) + 16;
    page::line_at(frame, {x, y + m.code / 2 + 4}, name_width, name, caption);
    page::line_at(
        frame, {x + name_width, y + m.code / 2}, room - name_width, held.sign_up.code, code,
        {.step_down = {code.px * 0.88F, code.px * 0.76F, code.px * 0.66F}, .whole = true});
    std::optional<Action> action = buttons(frame, column, held, nth);
    canvas.pop();
    if (has_band)
        take(action, band(frame, {rect.x, upper.bottom(), rect.w, rect.h - m.height}, held, nth));
    return action;
}

}  // namespace wenlan::ui::mine
