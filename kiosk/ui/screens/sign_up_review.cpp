// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <vector>

#include "text/wipe.h"
#include "ui/screens/page_parts.h"
#include "ui/screens/sign_up_parts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/lists.h"

// Picture 11: what was filled in, how many come, and what one agrees to.
namespace wenlan::ui::sign_up {

namespace {

using domain::Question;
using domain::QuestionKind;

constexpr float inset = 40, label_width = 180, change_width = 132;

struct Row {
    std::size_t question = 0;
    std::string label;  // 姓名
    std::string value;
    bool asked = false;  // the label is the whole question: it stands over the value
};

std::string value_of(Frame& frame, const Question& question, const DraftAnswer& answer) {
    const auto option = [&](int i) {
        return frame.word(question.options[static_cast<std::size_t>(i)]);
    };
    switch (question.kind) {
        case QuestionKind::name:
        case QuestionKind::text:
            if (!answer.text->empty()) return std::string(answer.text->view());
            break;
        case QuestionKind::phone:
            if (answer.text->empty()) return std::string(frame.word(Key::sign_up_no_phone_value));
            return masked_phone(answer.text->view());
        case QuestionKind::choice:
            if (answer.number >= 0) return option(static_cast<int>(answer.number));
            break;
        case QuestionKind::choices: {
            std::string all;
            for (const int i : answer.chosen) {
                if (!all.empty()) all += frame.theme.english() ? ", " : "、";
                all += option(i);
            }
            if (!all.empty()) return all;
            break;
        }
        case QuestionKind::age:
            if (answer.number >= 0)
                return format(Key::sign_up_age, frame.language(),
                              {{"n", std::to_string(answer.number)}});
            break;
        case QuestionKind::number:
            if (answer.number >= 0) return std::to_string(answer.number);
            break;
        case QuestionKind::party:
        case QuestionKind::consent:
            break;
    }
    return std::string(frame.word(Key::sign_up_unanswered));
}

std::vector<Row> rows_of(Frame& frame, const SignUpFlow& flow) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < flow.form().questions.size(); ++i) {
        const Question& question = flow.question(i);
        Row row{i, {}, {}, false};
        switch (question.kind) {
            case QuestionKind::party:
            case QuestionKind::consent:
                continue;
            case QuestionKind::name:
                row.label = frame.word(Key::sign_up_row_name);
                break;
            case QuestionKind::phone:
                row.label = frame.word(Key::sign_up_row_phone);
                break;
            case QuestionKind::age:
                row.label = frame.word(Key::sign_up_row_age);
                break;
            default:
                row.label = frame.word(question.prompt);
                row.asked = true;
        }
        row.value = value_of(frame, question, flow.answer(i));
        rows.push_back(std::move(row));
    }
    return rows;
}

float row_height(const Frame& frame, const Row& row) {
    return row.asked ? (frame.theme.large ? 156.0F : 124.0F)
                     : (frame.theme.large ? 120.0F : 104.0F);
}
float party_height(const Frame& frame) { return frame.theme.large ? 148 : 137; }

void value_row(Frame& frame, Rect row, const Row& said, SignUpFlow& flow) {
    const Theme& theme = frame.theme;
    const float x = row.x + inset;
    const TextStyle label = theme.type(Type::small_body).in(theme.color.ink2);
    TextStyle value = theme.type(Type::row_title).sized(theme.grown(40, Growth::heading));
    const float right = row.right() - inset - change_width;
    const float middle = row.center().y;
    const std::vector<float> sizes{value.px * 0.9F, value.px * 0.8F, value.px * 0.7F};
    if (said.asked) {
        TextStyle caption = theme.type(Type::secondary).in(theme.color.ink2);
        page::line_at(frame, {x, middle - value.px * 0.62F}, right - x, said.label, caption,
                      {.step_down = {caption.px * 0.92F}});
        page::line_at(frame, {x, middle + caption.px * 0.72F}, right - x, said.value, value,
                      {.step_down = sizes});
    } else {
        const float column = theme.large ? label_width + 40 : label_width;
        page::line_at(frame, {x, middle}, column - 16, said.label, label,
                      {.step_down = {label.px * 0.88F, label.px * 0.78F}});
        page::line_at(frame, {x + column, middle}, right - x - column, said.value, value,
                      {.step_down = sizes});
    }
    const std::string name =
        format(Key::sign_up_change_row, frame.language(), {{"row", said.label}});
    const Rect hit{right + 8, middle - 48, change_width + inset - 8, 96};
    Pressing press(frame, Role::link, name, hit, said.question);
    const Color blue =
        theme.contrast ? Color::hex(0x9CD3FF) : theme.pigment(domain::Section::events).fill;
    const TextStyle change = theme.type(Type::small_body).in(blue);
    page::line_at(frame, {hit.x, middle}, hit.w - inset + 6, frame.word(Key::sign_up_change),
                  change,
                  {.align = Align::right, .step_down = {change.px * 0.88F, change.px * 0.78F}});
    if (press.activated()) flow.change(said.question);
}

bool step_button(Frame& frame, Point middle, std::string_view icon, std::string_view label,
                 bool enabled) {
    const Theme& theme = frame.theme;
    const Rect rect = Rect::around(middle, 96, 96);
    Pressing press(frame, Role::button, label, rect, 0, enabled);
    frame.canvas.push_shift(0, 0, enabled ? 1 : 0.45F);
    frame.canvas.disc(middle, 48, theme.color.sunk);
    if (theme.contrast) frame.canvas.circle(middle, 46, 4, theme.color.ink);
    frame.canvas.icon(middle, 44, icon, theme.color.ink);
    frame.canvas.pop();
    return press.activated();
}

void party_row(Frame& frame, Rect row, SignUpFlow& flow) {
    const Theme& theme = frame.theme;
    const float x = row.x + inset;
    const float middle = row.center().y;
    const int party = flow.party();
    const TextStyle label = theme.type(Type::small_body).in(theme.color.ink2);
    page::line_at(frame, {x, middle}, label_width - 16, frame.word(Key::sign_up_row_party), label,
                  {.step_down = {label.px * 0.88F}});
    const float plus = row.right() - inset - 48;
    const float minus = plus - 206;
    const float column = x + (theme.large ? label_width + 40 : label_width);
    const std::string said =
        format(Key::sign_up_party, frame.language(), {{"n", std::to_string(party)}});
    TextStyle value = theme.type(Type::row_title).sized(theme.grown(40, Growth::heading));
    const float room = minus - 60 - column;
    const float width = page::line_at(frame, {column, middle}, room, said, value,
                                      {.step_down = {value.px * 0.85F, value.px * 0.72F}})
                            .width;
    const TextStyle small = theme.type(Type::secondary);
    const std::string_view together = frame.word(Key::sign_up_party_together);
    const float left = room - width - 20;
    if (party > 1 && frame.canvas.text_width(together, small) < left)
        page::line_at(frame, {column + width + 20, middle + 2}, left, together, small);
    if (step_button(frame, {minus, middle}, "minus", frame.word(Key::sign_up_party_fewer),
                    party > 1))
        flow.set_party(party - 1);
    TextStyle number = theme.type(Type::question);
    page::line_at(frame, {minus + 52, middle}, 102, std::to_string(party), number,
                  {.align = Align::center, .step_down = {number.px * 0.8F}});
    const int most = flow.party_most();
    if (step_button(frame, {plus, middle}, "plus", frame.word(Key::sign_up_party_more),
                    party < most)) {
        // Above six one keys in how many.
        if (party >= domain::party_usual_max) {
            flow.party_pad = true;
            flow.party_keyed = -1;
            flow.digits.clear();
        } else {
            flow.set_party(party + 1);
        }
    }
}

// The card with one line for each answer. Returns its height; `draw` false: only measures.
float answers_card(Frame& frame, Rect area, SignUpFlow& flow, bool draw) {
    std::vector<Row> rows = rows_of(frame, flow);
    const bool party = flow.first_of(QuestionKind::party).has_value();
    float height = 8;
    for (const Row& row : rows) height += row_height(frame, row);
    if (party) height += party_height(frame);
    if (draw) {
        card_ground(frame, {area.x, area.y, area.w, height});
        frame.canvas.push_ground(frame.theme.color.card);
        float y = area.y + 4;
        const float thick = frame.theme.contrast ? 2 : 1;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Rect row{area.x, y, area.w, row_height(frame, rows[i])};
            value_row(frame, row, rows[i], flow);
            y = row.bottom();
            if (i + 1 < rows.size() || party)
                frame.canvas.line({row.x + inset, y}, {row.right() - inset, y}, thick,
                                  frame.theme.color.line);
        }
        if (party) party_row(frame, {area.x, y, area.w, party_height(frame)}, flow);
        frame.canvas.pop();
    }
    for (Row& row : rows) text::wipe(row.value);
    return height;
}

// All ticks in their order: what must be, a parent's, what may be. Returns their height.
float ticks(Frame& frame, Rect area, SignUpFlow& flow, bool draw) {
    float y = area.y;
    const auto one = [&](const Tick& words, bool& on, std::uint64_t key) {
        const float height = tick_height(frame, area.w, words);
        if (draw) {
            const TickPress press = tick(frame, {area.x, y, area.w, height}, words, key);
            if (press.row) on = !on;
            if (press.row) flow.confirmed_early = false;
            if (press.link) flow.notice = true;
            frame.canvas.line({area.x + 8, y + height}, {area.right() - 8, y + height},
                              frame.theme.contrast ? 2 : 1, frame.theme.color.line);
        }
        y += height;
    };
    bool first = true;
    for (const bool required : {true, false}) {
        for (std::size_t i = 0; i < flow.form().questions.size(); ++i) {
            const Question& question = flow.question(i);
            if (question.kind != QuestionKind::consent || question.required != required) continue;
            const Key line = required ? Key::sign_up_consent_line : Key::sign_up_optional_line;
            one({frame.word(question.prompt), frame.word(line), flow.answer(i).ticked,
                 first && required ? frame.word(Key::sign_up_notice) : std::string_view()},
                flow.answer(i).ticked, i);
            first = false;
        }
        if (required && flow.needs_guardian())
            one({frame.word(Key::sign_up_guardian), frame.word(Key::sign_up_guardian_line),
                 flow.guardian},
                flow.guardian, 1000);
    }
    return y - area.y;
}

// Under the button: why it does nothing yet, that it failed, or that one can cancel.
void foot(Frame& frame, Rect row, const SignUpFlow& flow) {
    const Theme& theme = frame.theme;
    TextStyle style = theme.type(Type::secondary).sized(theme.grown(28, Growth::body));
    if (flow.confirmed_early || flow.failed || flow.refusal) {
        std::string words(
            frame.word(flow.failed ? Key::sign_up_failed : Key::sign_up_consent_first));
        if (flow.confirmed_early && flow.needs_guardian() && !flow.guardian)
            words = frame.word(Key::sign_up_guardian_first);
        if (flow.refusal && !flow.failed)
            words = frame.word(domain::sentence(*flow.refusal, QuestionKind::consent));
        sheet::sentence(frame, row, words, "warn", true);
        return;
    }
    const bool insured = flow.detail().card.kind == domain::Kind::volunteering;
    page::line_at(frame, {row.x, row.y + style.height() / 2}, row.w,
                  frame.word(insured ? Key::sign_up_insurance : Key::sign_up_cancel_hint), style,
                  {.align = Align::center, .step_down = {style.px * 0.9F, style.px * 0.8F}});
}

bool buttons(Frame& frame, Rect row, SignUpFlow& flow) {
    const float back = frame.theme.large ? 290 : 260;
    if (outline_button(frame, row.left(back), frame.word(Key::sign_up_back))) flow.back();
    const Rect on = row.after(back + 24);
    const bool ready = flow.ready();
    const std::string_view label = frame.word(confirm_word(flow));
    if (ready) return primary_button(frame, on, label, Weight::action);
    // Pale it can still be pressed, and says why it is.
    const Palette& color = frame.theme.color;
    const bool contrast = frame.theme.contrast;
    const page::SmallLook pale{
        contrast ? color.card : color.action.with_alpha(0.45F).over(color.paper),
        contrast ? color.ink3 : color.on_action, contrast, 46};
    const bool pressed = page::small_button(frame, on, label, pale);
    auto& elements = frame.canvas.semantics().elements;
    for (auto one = elements.rbegin(); one != elements.rend(); ++one) {
        one->enabled = false;
        if (one->role == Role::button) break;
    }
    return pressed;
}

}  // namespace

bool review(Frame& frame, const sheet::Places& at, SignUpFlow& flow) {
    Canvas& canvas = frame.canvas;
    const Rect body = at.body;
    const TextStyle title = frame.theme.type(Type::question);
    const float title_height = at.low ? title.height() : 84;
    page::line_at(frame, {body.x, body.y + title_height / 2}, body.w,
                  frame.word(Key::sign_up_review), title,
                  {.step_down = {title.px * 0.9F, title.px * 0.8F, title.px * 0.7F}});
    const float top = body.y + title_height + (at.low ? 4 : 10);
    const Rect measured{body.x, 0, body.w, 0};
    const float card = answers_card(frame, measured, flow, false);
    const float height = card + 20 + ticks(frame, measured, flow, false) + 4;
    const float lowest = body.bottom() - (at.low ? 196 : frame.theme.large ? 268 : 236);
    const float buttons_y = std::clamp(top + height + 44, body.bottom() - 372, lowest);
    const Rect area{body.x, top, body.w, buttons_y - 16 - top};
    vertical_list(frame, frame.word(Key::sign_up_review), area, height, flow.list, [&](Visible) {
        answers_card(frame, {body.x, 0, body.w, 0}, flow, true);
        ticks(frame, {body.x, card + 20, body.w, 0}, flow, true);
    });
    if (height > area.h + 1 && !frame.theme.contrast) {
        const Color paper = frame.theme.color.paper;
        const std::array<GradientStop, 2> stops{{{0, paper.with_alpha(0)}, {1, paper}}};
        canvas.gradient({at.sheet.x, area.bottom() - 40, at.sheet.w, 40}, stops);
    }
    const bool pressed = buttons(frame, {body.x, buttons_y, body.w, 128}, flow);
    foot(frame, {body.x, buttons_y + 128 + (at.low ? 10 : 26), body.w, 0}, flow);
    return pressed;
}

float tick_height(Frame& frame, float width, const Tick& tick) {
    TextStyle title = frame.theme.type(Type::row_title);
    title.line = 1.25F;
    const float room = width - 112 - (tick.link.empty() ? 8 : 172);
    const float words = frame.canvas.measure(tick.title, title, room, 3).height;
    return std::max(128.0F, words + frame.theme.type(Type::secondary).height() + 28);
}

TickPress tick(Frame& frame, Rect row, const Tick& tick, std::uint64_t key) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    TickPress pressed;
    const float link_width = tick.link.empty() ? 0 : 164;
    const float x = row.x + 104;
    const float room = row.right() - 8 - link_width - x;
    {
        Pressing press(frame, Role::toggle, tick.title, row.left(row.w - link_width), key);
        const Rect box = Rect::around({row.x + 42, row.center().y}, 68, 68);
        if (tick.on) {
            canvas.round(box, 18, theme.color.action);
            canvas.icon(box.center(), 44, "check", theme.color.on_action);
        } else {
            canvas.round(box, 18, theme.color.card);
            canvas.outline(box, 18, 4, theme.color.ink2);
        }
        TextStyle title = theme.type(Type::row_title);
        title.line = 1.25F;
        const TextStyle line = theme.type(Type::secondary);
        const float words = canvas.measure(tick.title, title, room, 3).height;
        float y = row.center().y - (words + line.height()) / 2;
        canvas.text({x, y, room, 0}, tick.title, title, {.lines_max = 3});
        y += words;
        canvas.text({x, y, room, line.height()}, tick.line, line,
                    {.step_down = {line.px * 0.92F, line.px * 0.84F}});
        pressed.row = press.activated();
    }
    if (tick.link.empty()) return pressed;
    const Rect at{row.right() - link_width, row.center().y - 48, link_width, 96};
    const Color blue =
        theme.contrast ? Color::hex(0x9CD3FF) : theme.pigment(domain::Section::events).fill;
    const TextStyle style = theme.type(Type::small_body).in(blue);
    Pressing press(frame, Role::link, tick.link, at);
    page::line_at(frame, {at.x, at.center().y}, at.w - 40, tick.link, style,
                  {.align = Align::right, .step_down = {style.px * 0.88F, style.px * 0.78F}});
    chevron(frame, {at.right() - 18, at.center().y}, 30, blue);
    pressed.link = press.activated();
    return pressed;
}

}  // namespace wenlan::ui::sign_up
