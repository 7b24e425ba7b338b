// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "ui/i18n/words.h"
#include "ui/motion/easing.h"
#include "ui/screens/page_parts.h"
#include "ui/screens/screens.h"
#include "ui/screens/sign_up_parts.h"
#include "ui/typing/typist.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/lists.h"

// The sheet of pictures 08 to 11.
namespace wenlan::ui {

namespace {

using News = SignUpFlow::News;

constexpr base::Duration turn_time{240}, reduced_turn{150};
constexpr base::Duration patience{4000};          // then the waiting says a little more
constexpr base::Duration may_leave_after{10000};  // a station that does not answer holds nobody

// Closing asks only where something would be lost.
std::optional<Action> close(Frame& frame, SignUpFlow& flow) {
    if (flow.sending() && flow.sending_for(frame.now) < may_leave_after) return std::nullopt;
    const bool typed = !frame.typist->empty() || flow.filled();
    if (!typed || flow.over()) return Navigation{CloseSheet{}};
    flow.closing = true;
    return std::nullopt;
}

std::optional<Action> asked_to_close(Frame& frame, const sheet::Places& at, SignUpFlow& flow) {
    const auto pressed = sheet::say(frame, at,
                                    {.icon = "ticket",
                                     .title = frame.word(Key::sign_up_close_title),
                                     .line = frame.word(Key::sign_up_close_line),
                                     .first = frame.word(Key::sign_up_close_stay),
                                     .second = frame.word(Key::sign_up_close_leave)});
    if (pressed == sheet::Pressed::first) flow.closing = false;
    if (pressed == sheet::Pressed::second) return Navigation{CloseSheet{}};
    return std::nullopt;
}

void waiting(Frame& frame, const sheet::Places& at, const SignUpFlow& flow) {
    const bool begun = flow.begun();
    const bool late = begun && flow.sending_for(frame.now) > patience;
    sheet::say(frame, at,
               {.icon = "clock",
                .title = frame.word(begun ? Key::sign_up_sending : Key::sign_up_opening),
                .line = !begun ? std::string_view()
                               : frame.word(late ? Key::sign_up_sending_long
                                                 : Key::sign_up_sending_line)});
}

std::string news_title(Frame& frame, const SignUpFlow& flow) {
    const auto language = frame.language();
    const model::EventCard& card = flow.detail().card;
    switch (flow.news) {
        case News::gone:
            return std::string(frame.word(Key::sign_up_said_gone));
        case News::gone_some:
            return format(
                Key::sign_up_said_gone_some, language,
                {{"n", std::to_string(flow.seats_left)}, {"party", std::to_string(flow.party())}});
        case News::cancelled:
            if (card.reason.empty()) return std::string(frame.word(Key::sign_up_said_cancelled));
            return format(Key::sign_up_said_cancelled_why, language,
                          {{"why", frame.word(card.reason)}});
        case News::moved:
            return format(Key::sign_up_said_moved, language,
                          {{"when", words::facts({words::day_and_time(card, language),
                                                  frame.word(card.venue)})}});
        case News::form_changed:
            return std::string(frame.word(Key::sign_up_said_form_changed));
        case News::removed:
            return std::string(frame.word(Key::sign_up_said_removed));
        case News::ended:
            return std::string(frame.word(Key::sign_up_said_ended));
        case News::refused: {
            ReceiptShown declined;
            declined.outcome.stamp = model::SignUpStamp::declined;
            declined.outcome.why = flow.why;
            return receipt::line(declined, language);
        }
        case News::none:
            break;
    }
    return {};
}

// What has changed meanwhile, and what can be done about it. Nothing that was filled in is lost.
std::optional<Action> news(Frame& frame, const sheet::Places& at, SignUpFlow& flow) {
    const bool gone = flow.news == News::gone || flow.news == News::gone_some;
    const std::string left = format(Key::sign_up_said_take_left, frame.language(),
                                    {{"n", std::to_string(flow.seats_left)}});
    const std::string title = news_title(frame, flow);
    sheet::Word word{.icon = gone ? "seat" : "warn", .title = title};
    if (flow.over()) {
        word.first = frame.word(Key::sign_up_said_leave);
    } else if (flow.news == News::gone) {
        word.line = frame.word(Key::sign_up_said_listed);
        word.first = frame.word(Key::sign_up_said_take_list);
        word.second = frame.word(Key::sign_up_said_leave);
    } else if (flow.news == News::gone_some) {
        word.first = left;
        word.second = frame.word(Key::sign_up_said_take_list);
    } else {
        word.first = frame.word(Key::sign_up_said_understood);
    }
    const auto pressed = sheet::say(frame, at, word);
    if (pressed == sheet::Pressed::nothing) return std::nullopt;
    const bool first = pressed == sheet::Pressed::first;
    if (flow.over() || (flow.news == News::gone && !first)) return Navigation{CloseSheet{}};
    if (flow.news == News::gone_some && first) {
        flow.set_party(flow.seats_left);
        flow.news = News::none;
    } else if (gone) {
        flow.join_waiting_list();
    } else {
        flow.news = News::none;
    }
    frame.animate();
    return std::nullopt;
}

// The page of the flow itself, with the motion from the one before it.
std::optional<Action> page(Frame& frame, const sheet::Places& at, SignUpFlow& flow) {
    const std::size_t place = flow.reviewing() ? flow.form().questions.size() : flow.current();
    if (flow.drawn_at != place || !flow.turned) {
        flow.turned = flow.turned ? frame.now : frame.now - turn_time;
        flow.drawn_at = place;
        flow.list.jump_to(0);
    }
    const bool reduced = frame.theme.motion.reduced;
    const float t = ease_out(progress(frame.now, *flow.turned, reduced ? reduced_turn : turn_time));
    if (t < 1) frame.animate();
    const float shift = reduced ? 0 : (1 - t) * 80 * static_cast<float>(flow.direction);
    frame.canvas.push_shift(shift, 0, t);
    bool confirmed = false;
    if (flow.party_pad)
        sign_up::party_pad(frame, at, flow);
    else if (flow.reviewing())
        confirmed = sign_up::review(frame, at, flow);
    else
        sign_up::question(frame, at, flow);
    frame.canvas.pop();
    if (!confirmed) return std::nullopt;
    frame.animate();
    return flow.send(frame.now, [&frame] { return frame.visit.next_ticket(); });
}

std::optional<Action> body(Frame& frame, const sheet::Places& at, SignUpFlow& flow) {
    if (flow.closing) return asked_to_close(frame, at, flow);
    if (flow.news == News::removed && !flow.begun()) {
        const auto pressed = sheet::say(frame, at,
                                        {.icon = "warn",
                                         .title = frame.word(Key::sign_up_said_removed),
                                         .first = frame.word(Key::sign_up_said_leave)});
        if (pressed == sheet::Pressed::first) return Navigation{CloseSheet{}};
        return std::nullopt;
    }
    if (!flow.begun() || flow.sending()) {
        waiting(frame, at, flow);
        return std::nullopt;
    }
    if (flow.news != News::none) return news(frame, at, flow);
    if (flow.notice) {
        sign_up::notice(frame, at, flow);
        return std::nullopt;
    }
    return page(frame, at, flow);
}

// It was taken: the receipt says what became of it.
Action to_receipt(Frame& frame, const SignUpFlow& flow) {
    ReceiptShown shown;
    shown.outcome = *flow.taken();
    shown.card = flow.detail().card;
    shown.card.occasion = flow.occasion();
    shown.tail = flow.tail();
    shown.offline = !flow.online();
    frame.visit.receipt = std::move(shown);
    return go({.screen = ScreenName::receipt,
               .section = flow.detail().card.section,
               .occasion = flow.occasion(),
               .listing = flow.detail().card.listing,
               .kind = flow.detail().card.kind});
}

}  // namespace

std::optional<Action> draw_sign_up(Frame& frame, gfx::Texture backdrop, float opened) {
    SignUpFlow& flow = *frame.visit.sign_up;
    flow.follow(frame.view, frame.now);
    const sheet::Places at = sheet::places(frame, true);
    const std::string_view label =
        flow.begun() ? frame.word(flow.detail().card.title) : frame.word(Key::sign_up_opening);
    const bool outside = sheet::begin(frame, at, backdrop, opened, label);
    bool leaving = outside;
    if (flow.begun()) {
        const float steps = at.low ? sign_up::steps_width_low(flow) : 0;
        leaving = sheet::head(frame, at, flow.detail().card, label,
                              sign_up::facts_line(frame, flow), steps) ||
                  leaving;
    } else {
        leaving = round_button(frame, {at.head.right() - 48, at.head.y + at.head.h / 2}, 96,
                               "close", frame.word(Key::common_close)) ||
                  leaving;
    }
    std::optional<Action> action;
    const bool plain = flow.begun() && !flow.closing && !flow.sending() &&
                       flow.news == News::none && !flow.notice && !flow.party_pad;
    if (plain) sign_up::steps(frame, at, flow);
    take(action, body(frame, at, flow));
    if (leaving) take(action, close(frame, flow));
    take(action, sheet::end(frame));
    if (flow.taken()) return to_receipt(frame, flow);
    if (!action) {
        auto asked = flow.ask_seats(frame.now, [&frame] { return frame.visit.next_ticket(); });
        if (asked) action = std::move(*asked);
    }
    if (leaving) frame.animate();
    frame.redraw_after(flow.next_look(frame.now));
    return action;
}

}  // namespace wenlan::ui
