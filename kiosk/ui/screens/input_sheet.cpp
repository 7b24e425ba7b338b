// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/input_sheet.h"

#include <array>
#include <string>

#include "ui/widgets/input_field.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/number_pad.h"
#include "ui/widgets/pressing.h"

namespace wenlan::ui::input_sheet {

namespace {

constexpr float tabs_height = 112, field_height = 133, phone_height_px = 150;
constexpr float tab_width = 172;

// One of the two ways to write, as drawn in 08.
bool mode_tab(Frame& frame, Rect rect, std::string_view word, std::string_view icon, bool chosen) {
    Canvas& canvas = frame.canvas;
    const Palette& color = frame.theme.color;
    Pressing press(frame, Role::tab, word, rect);
    if (chosen) {
        canvas.shadow(rect, 26, Shadow::card);
        canvas.round(rect, 26, color.card);
    }
    if (frame.theme.contrast)
        canvas.outline(rect, 26, chosen ? 6 : 2, chosen ? color.action : color.line);
    const Color ground = chosen ? color.card : color.sunk;
    canvas.push_ground(ground);
    TextStyle style = frame.theme.type(Type::small_body).in(chosen ? color.ink : color.ink2);
    if (chosen) style.face = text::Face::sans_bold;
    const float room = rect.w - 78;
    const std::array<float, 3> sizes{style.px, style.px * 0.88F, style.px * 0.76F};
    style.px = canvas.fitting_px(word, style, room, sizes);
    canvas.icon({rect.x + 40, rect.center().y}, 36, icon, style.color);
    canvas.text({rect.x + 68, rect.y, room + 6, rect.h}, word, style, {.middle = true});
    canvas.pop();
    return press.activated();
}

void mode_tabs(Frame& frame, Rect track) {
    Typist& typist = *frame.typist;
    const bool pad = typist.keys == Typist::Keys::pad;
    frame.canvas.round(track, 34, frame.theme.color.sunk);
    const float width = (track.w - 16) / 2;
    const Rect keys{track.x + 8, track.y + 8, width, track.h - 16};
    if (mode_tab(frame, keys, frame.word(Key::typing_mode_keys), "keyboard", !pad) && pad) {
        typist.rewrite();
        typist.keys = Typist::Keys::letters;
    }
    const bool chosen =
        mode_tab(frame, keys.moved(width, 0), frame.word(Key::typing_mode_pad), "hand", pad);
    if (chosen && !pad) {
        typist.insert({});
        typist.keys = Typist::Keys::pad;
    }
}

void question_line(Frame& frame, Rect row, std::string_view words) {
    const TextStyle style = frame.theme.type(Type::question);
    frame.canvas.text(
        row, words, style,
        {.step_down = {style.px * 0.88F, style.px * 0.76F, style.px * 0.66F}, .middle = true});
}

// A sentence under the field: a hint, or in deep vermilion what is to be done.
void sentence(Frame& frame, Rect row, std::string_view words, std::string_view icon, bool error) {
    Canvas& canvas = frame.canvas;
    const Color color = error ? frame.theme.color.action_deep : frame.theme.color.ink2;
    const TextStyle style =
        frame.theme.type(Type::secondary).sized(frame.theme.grown(error ? 30 : 28, Growth::body));
    canvas.icon({row.x + 14, row.y + style.height() / 2}, 30, icon, color);
    canvas.text({row.x + 42, row.y, row.w - 42, 0}, words, style.in(color), {.lines_max = 2});
}

}  // namespace

float name_height(const Theme& theme) { return theme.large ? 430 : 350; }
float phone_height(const Theme& theme) { return theme.large ? 430 : 360; }

Outcome draw_name(Frame& frame, Rect area, const NameQuestion& question) {
    Typist& typist = *frame.typist;
    typist.open(question.field, {.purpose = text::input::Purpose::name,
                                 .characters_max = question.characters_max,
                                 .latin = frame.theme.english()});
    const bool both = typist.can_write() || typist.keys == Typist::Keys::pad;
    const float tabs = both ? 2 * tab_width + (frame.theme.large ? 90.0F : 30.0F) : 0;
    question_line(frame, {area.x, area.y, area.w - tabs - 20, tabs_height}, question.question);
    if (both) mode_tabs(frame, {area.right() - tabs, area.y, tabs, tabs_height});
    const Rect field{area.x, area.y + tabs_height + 28, area.w, field_height};
    std::string composing = typist.composing().picked + typist.composing().shown;
    const FieldPress press = input_field(frame, field, {typist.text(), composing},
                                         {.label = question.question, .px = 60});
    if (press.clear) typist.clear();
    const Rect below{area.x, field.bottom() + 22, area.w, 60};
    const bool full = typist.full();
    if (!question.error.empty() && typist.empty())
        sentence(frame, below, question.error, "warn", true);
    else if (full)
        sentence(frame, below, frame.word(Key::typing_full), "warn", true);
    else
        sentence(frame, below, question.hint, "me", false);
    typing_area(frame, {.done = question.done, .offers_modes = false});
    return typist.take_done() ? Outcome::done : Outcome::none;
}

std::string phone_sentence(const PhoneEntry& entry, base::Language language) {
    switch (entry.state()) {
        case PhoneEntry::State::wrong_start:
            return std::string(text(Key::typing_phone_wrong_start, language));
        case PhoneEntry::State::incomplete:
            return format(Key::typing_phone_missing, language,
                          {{"n", std::to_string(std::max(1, entry.missing()))}});
        case PhoneEntry::State::empty:
        case PhoneEntry::State::complete:
            break;
    }
    return {};
}

Outcome draw_phone(Frame& frame, Rect area, const PhoneQuestion& question, PhoneState& state) {
    PhoneEntry& entry = state.entry;
    Canvas& canvas = frame.canvas;
    question_line(frame, {area.x, area.y, area.w, 90}, question.question);
    const Rect field{area.x, area.y + 104, area.w, phone_height_px};
    const std::string shown = entry.grouped();
    const FieldPress press =
        input_field(frame, field, {.text = shown, .rest = entry.dots()},
                    {.label = question.question, .px = 72, .underlined = false});
    if (press.clear) entry.clear();
    const bool wrong = entry.state() == PhoneEntry::State::wrong_start;
    const bool said =
        wrong || (state.pressed_early && entry.state() != PhoneEntry::State::complete);
    const Rect below{area.x, field.bottom() + 24, area.w, 88};
    if (said) {
        std::string words = phone_sentence(entry, frame.language());
        if (words.empty()) words = frame.word(Key::typing_phone_empty);
        sentence(frame, {below.x, below.y + 18, below.w, 60}, words, "warn", true);
    } else {
        const Color tint = frame.theme.pigment(domain::Section::clubs).tint;
        canvas.round(below, 24, tint);
        canvas.push_ground(tint);
        canvas.icon({below.x + 46, below.center().y}, 34, "check", frame.theme.color.good);
        const TextStyle style = frame.theme.type(Type::secondary).in(frame.theme.color.good);
        canvas.text({below.x + 86, below.y, below.w - 110, below.h}, question.promise, style,
                    {.lines_max = 2, .step_down = {style.px * 0.92F}, .middle = true});
        canvas.pop();
    }
    const bool whole = entry.state() == PhoneEntry::State::complete;
    const NumberPress keys = number_pad(frame, {question.done, whole}, state.repeat);
    if (keys.digit != 0 || keys.backspaces > 0) {
        state.pressed_early = false;
        frame.animate();
    }
    if (keys.digit != 0) entry.press(keys.digit);
    for (int i = 0; i < keys.backspaces; ++i) entry.backspace();
    if (!keys.done) return Outcome::none;
    state.pressed_early = !whole;
    return whole ? Outcome::done : Outcome::none;
}

}  // namespace wenlan::ui::input_sheet
