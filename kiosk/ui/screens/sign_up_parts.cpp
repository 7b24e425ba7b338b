// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/sign_up_parts.h"

#include <array>
#include <string>

#include "ui/i18n/words.h"
#include "ui/screens/page_parts.h"
#include "ui/typing/typist.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/lists.h"

namespace wenlan::ui::sign_up {

namespace {

using Step = SignUpFlow::Step;

constexpr float circle = 64, low_circle = 56, low_pitch = 108;

Key word_of(Step step) {
    switch (step) {
        case Step::name:
            return Key::sign_up_step_name;
        case Step::phone:
            return Key::sign_up_step_phone;
        case Step::more:
            return Key::sign_up_step_more;
        case Step::check:
            break;
    }
    return Key::sign_up_step_check;
}

// Goes there once what is typed has been put away.
void leave_for(Frame& frame, SignUpFlow& flow, Step step) {
    if (frame.typist->composing().empty()) {
        keep_typed(frame, flow);
        flow.go(step);
        frame.animate();
        return;
    }
    flow.wanted_step = step;
    frame.typist->finish();
}

void step_circle(Frame& frame, Point middle, float size, int number, bool here, bool done) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const Color fill = here ? theme.color.action : done ? theme.color.good : theme.color.sunk;
    canvas.disc(middle, size / 2, fill);
    if (theme.contrast && !here && !done) canvas.circle(middle, size / 2 - 2, 3, theme.color.line);
    if (done && !here) {
        canvas.icon(middle, size * 0.62F, "check", theme.color.on_fill);
        return;
    }
    canvas.push_ground(fill);
    TextStyle style = theme.type(Type::button).sized(30);
    style.tracking = 0;
    style.line = 1;
    style.color = here ? theme.color.on_action : theme.color.ink3;
    page::line_at(frame, {middle.x - size / 2, middle.y}, size, std::to_string(number), style,
                  {.align = Align::center, .silent = true});
    canvas.pop();
}

void low_steps(Frame& frame, const sheet::Places& at, SignUpFlow& flow) {
    const auto all = flow.steps();
    float x = at.head.right() - 96 - 24 - low_pitch * static_cast<float>(all.size());
    int number = 0;
    for (const Step step : all) {
        const bool here = step == flow.step();
        const bool open = flow.can_go(step);
        const Point middle{x + low_pitch / 2, at.head.y + at.head.h / 2};
        const Rect hit = Rect::around(middle, 96, 96);
        Pressing press(frame, Role::tab, frame.word(word_of(step)), hit, 0, open || here);
        step_circle(frame, middle, low_circle, ++number, here, open && step != Step::check);
        if (press.activated() && open) leave_for(frame, flow, step);
        x += low_pitch;
    }
}

}  // namespace

float steps_width_low(const SignUpFlow& flow) {
    return low_pitch * static_cast<float>(flow.steps().size());
}

void steps(Frame& frame, const sheet::Places& at, SignUpFlow& flow) {
    if (at.low) {
        low_steps(frame, at, flow);
        return;
    }
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const auto all = flow.steps();
    TextStyle style = theme.type(Type::small_body);
    style.px = theme.grown(32, Growth::none) * (theme.large ? 1.1F : 1);
    if (all.size() > 3 && (theme.large || theme.english())) style.px = theme.large ? 34 : 28;
    std::vector<float> widths;
    float words = 0;
    for (const Step step : all) {
        const TextStyle look = step == flow.step() ? style.faced(text::Face::sans_bold) : style;
        widths.push_back(circle + 16 + canvas.text_width(frame.word(word_of(step)), look));
        words += widths.back();
    }
    const float count = static_cast<float>(all.size());
    const float gap = all.size() > 1 ? (at.steps.w - words) / (count - 1) : 0;
    const float middle = at.steps.y + at.steps.h / 2;
    float x = at.steps.x;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool here = all[i] == flow.step();
        const bool open = flow.can_go(all[i]);
        const Rect hit{x - 6, middle - 48, widths[i] + 12, 96};
        {
            Pressing press(frame, Role::tab, frame.word(word_of(all[i])), hit, 0, open || here);
            step_circle(frame, {x + circle / 2, middle}, circle, static_cast<int>(i) + 1, here,
                        open && all[i] != Step::check);
            TextStyle look = style.in(here ? theme.color.ink : theme.color.ink3);
            if (here) look.face = text::Face::sans_bold;
            page::line_at(frame, {x + circle + 16, middle}, widths[i] - circle - 12,
                          frame.word(word_of(all[i])), look);
            if (press.activated() && open) leave_for(frame, flow, all[i]);
        }
        x += widths[i];
        if (i + 1 < all.size() && gap > 48)
            canvas.line({x + 18, middle}, {x + gap - 18, middle}, 3, theme.color.line);
        x += gap;
    }
}

void notice(Frame& frame, const sheet::Places& at, SignUpFlow& flow) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const Rect body{at.body.x, at.low ? at.body.y : at.steps.y + 30, at.body.w,
                    at.body.bottom() - (at.low ? at.body.y : at.steps.y + 30)};
    const TextStyle title = theme.type(Type::question);
    page::line_at(frame, {body.x, body.y + title.height() / 2}, body.w,
                  frame.word(Key::sign_up_notice_title), title, {.step_down = {title.px * 0.8F}});
    const float top = body.y + title.height() + 16;
    const Rect button{body.x, body.bottom() - (at.low ? 24 : 56) - 128, body.w, 128};
    const Rect area{body.x, top, body.w, button.y - 24 - top};
    const std::string who = format(Key::sign_up_notice_who_text, frame.language(),
                                   {{"centre", frame.word(frame.view.header->centre)}});
    const std::array<std::pair<Key, std::string_view>, 6> parts{{
        {Key::sign_up_notice_who, who},
        {Key::sign_up_notice_why, frame.word(Key::sign_up_notice_why_text)},
        {Key::sign_up_notice_what, frame.word(Key::sign_up_notice_what_text)},
        {Key::sign_up_notice_long, frame.word(Key::sign_up_notice_long_text)},
        {Key::sign_up_notice_rights, frame.word(Key::sign_up_notice_rights_text)},
        {Key::sign_up_notice_safe, frame.word(Key::sign_up_notice_safe_text)},
    }};
    TextStyle head = theme.type(Type::row_title).faced(text::Face::sans_bold);
    TextStyle words = theme.type(Type::body).in(theme.color.ink2);
    words.line = 1.45F;
    float y = 0;
    for (const auto& part : parts)
        y += head.height() + canvas.measure(part.second, words, area.w, 0).height + 28;
    vertical_list(frame, frame.word(Key::sign_up_notice_title), area, y, flow.list, [&](Visible) {
        float at_y = 0;
        for (const auto& part : parts) {
            canvas.text({area.x, at_y, area.w, head.height()}, frame.word(part.first), head);
            at_y += head.height();
            at_y += canvas.text({area.x, at_y, area.w, 0}, part.second, words, {.lines_max = 0})
                        .height +
                    28;
        }
    });
    if (primary_button(frame, button, frame.word(Key::sign_up_notice_done), Weight::secondary)) {
        flow.notice = false;
        flow.list.jump_to(0);
        frame.animate();
    }
}

std::string facts_line(const Frame& frame, const SignUpFlow& flow) {
    const model::EventDetail& detail = flow.detail();
    const auto language = frame.language();
    if (flow.occasion()) {
        const bool counted = detail.card.seats.kind != model::SeatsShown::Kind::none_needed;
        return words::facts({words::day_and_time(detail.card, language),
                             frame.word(detail.card.venue_short),
                             flow.waiting_list() ? words::seats(detail.card, language)
                             : counted           ? words::seats(detail.card, language)
                                                 : std::string()});
    }
    if (detail.club)
        return words::facts({frame.word(detail.club->weekly), frame.word(detail.card.venue_short)});
    return words::facts({frame.word(detail.card.subtitle), frame.word(detail.organiser)});
}

Key confirm_word(const SignUpFlow& flow) {
    if (flow.waiting_list()) return Key::sign_up_confirm_waiting;
    switch (flow.detail().card.kind) {
        case domain::Kind::service:
            return Key::sign_up_confirm_service;
        case domain::Kind::call:
            return Key::sign_up_confirm_call;
        case domain::Kind::club:
        case domain::Kind::challenge:
            return flow.occasion() ? Key::sign_up_confirm : Key::sign_up_confirm_club;
        default:
            return Key::sign_up_confirm;
    }
}

std::string masked_phone(std::string_view digits) {
    if (digits.size() < 7) return std::string(digits);
    return std::string(digits.substr(0, 3)) + " •••• " +
           std::string(digits.substr(digits.size() - 4));
}

}  // namespace wenlan::ui::sign_up
