// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/input_sheet.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "text/wipe.h"
#include "ui/screens/sheet_frame.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/input_field.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/number_pad.h"
#include "ui/widgets/pressing.h"

namespace wenlan::ui::input_sheet {

namespace {

constexpr float tabs_height = 112, field_height = 134, digits_height = 150;
constexpr float tab_width = 172;
constexpr float low_column = 360, low_gap = 32;

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
    constexpr float icon_px = 36, gap = 12;
    const float room = rect.w - icon_px - gap - 20;
    const std::array<float, 4> sizes{style.px, style.px * 0.88F, style.px * 0.76F,
                                     style.px * 0.68F};
    style.px = canvas.fitting_px(word, style, room, sizes);
    const float width = canvas.text_width(word, style);
    const float left = rect.center().x - (icon_px + gap + width) / 2;
    canvas.icon({left + icon_px / 2, rect.center().y}, icon_px, icon, style.color);
    canvas.text({left + icon_px + gap, rect.y, width + 4, rect.h}, word, style, {.middle = true});
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

// One line, or in a narrow column several.
void question_words(Frame& frame, Rect row, std::string_view words, bool low) {
    TextStyle style = frame.theme.type(Type::question);
    if (low) {
        style.px *= 0.78F;
        frame.canvas.text(row, words, style, {.lines_max = 3});
        return;
    }
    frame.canvas.text(row, words, style,
                      {.lines_max = 2,
                       .step_down = {style.px * 0.9F, style.px * 0.8F, style.px * 0.7F},
                       .middle = true});
}

void promise_band(Frame& frame, Rect band, std::string_view words) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const Color tint = theme.pigment(domain::Section::clubs).tint;
    canvas.round(band, 24, tint);
    if (theme.contrast) canvas.outline(band, 24, 2, theme.color.good);
    canvas.push_ground(tint);
    canvas.icon({band.x + 48, band.center().y}, 36, "check", theme.color.good);
    const TextStyle style =
        theme.type(Type::secondary).sized(theme.grown(30, Growth::body)).in(theme.color.good);
    canvas.text(
        {band.x + 86, band.y, band.w - 110, band.h}, words, style,
        {.lines_max = 2, .step_down = {style.px * 0.92F, style.px * 0.85F}, .middle = true});
    canvas.pop();
}

bool link_row(Frame& frame, Rect row, std::string_view words) {
    const Theme& theme = frame.theme;
    Pressing press(frame, Role::link, words, row);
    frame.canvas.icon({row.x + 22, row.center().y}, 42, "phone", theme.color.ink2);
    const TextStyle style = theme.type(Type::body).in(theme.color.ink2);
    frame.canvas.text(
        {row.x + 66, row.y, row.w - 116, row.h}, words, style,
        {.lines_max = 2, .step_down = {style.px * 0.9F, style.px * 0.82F}, .middle = true});
    chevron(frame, {row.right() - 16, row.center().y}, 34, theme.color.ink2);
    return press.activated();
}

}  // namespace

Outcome draw_name(Frame& frame, Rect area, const NameQuestion& question) {
    Typist& typist = *frame.typist;
    typist.open(question.field, {.purpose = question.purpose,
                                 .characters_max = question.characters_max,
                                 .latin = question.latin});
    const Rect keys = typing_ground(frame);
    const bool low = keys.y - area.y < 300;
    Rect field =
        low ? Rect{area.x + low_column + low_gap, area.y + 10, area.w - low_column - low_gap, 104}
            : Rect{area.x, area.y + tabs_height + 30, area.w, field_height};
    if (low) {
        question_words(frame, {area.x, area.y + 6, low_column, keys.y - area.y - 12},
                       question.question, true);
    } else {
        const bool both = typist.can_write() || typist.keys == Typist::Keys::pad;
        const float tabs = both ? 2 * tab_width + 16 + (frame.theme.large ? 90.0F : 20.0F) : 0;
        question_words(frame, {area.x, area.y, area.w - tabs - 24, tabs_height}, question.question,
                       false);
        if (both) mode_tabs(frame, {area.right() - tabs, area.y, tabs, tabs_height});
    }
    std::string composing = typist.composing().picked + typist.composing().shown;
    const FieldPress press = input_field(frame, field, {typist.text(), composing},
                                         {.label = question.question, .px = low ? 50.0F : 60.0F});
    text::wipe(composing);
    if (press.clear) typist.clear();
    const Rect below{field.x, field.bottom() + (low ? 10 : 24), field.w, 60};
    const bool pad = typist.keys == Typist::Keys::pad;
    if (!question.error.empty() && typist.empty())
        sheet::sentence(frame, below, question.error, "warn", true);
    else if (typist.full())
        sheet::sentence(frame, below, frame.word(Key::typing_full), "warn", true);
    else if (pad)
        sheet::sentence(frame, below, frame.word(Key::sign_up_pad_hint), "hand", false);
    else if (!question.hint.empty())
        sheet::sentence(frame, below, question.hint, "me", false);
    typing_area(frame, {.done = question.done, .offers_modes = low});
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

DigitsPress draw_digits(Frame& frame, Rect area, const DigitsQuestion& question,
                        KeyRepeat& repeat) {
    Canvas& canvas = frame.canvas;
    const Rect keys = number_pad_ground(canvas);
    const bool low = keys.y - area.y < 420;
    const float left = low ? area.x + low_column + low_gap : area.x;
    const Rect field{left, area.y + (low ? 10 : 104), area.right() - left,
                     low ? 112 : digits_height};
    const float beside =
        question.beside.empty() || low
            ? 0
            : canvas.text_width(question.beside, frame.theme.type(Type::secondary)) + 20;
    question_words(
        frame,
        low ? Rect{area.x, area.y + 6, low_column, 150} : Rect{area.x, area.y, area.w - beside, 88},
        question.question, low);
    if (beside > 0) {
        const TextStyle small = frame.theme.type(Type::secondary);
        canvas.text({area.right() - beside, area.y, beside, 88}, question.beside, small,
                    {.align = Align::right, .middle = true});
    }
    DigitsPress press;
    press.clear =
        input_field(frame, field, {.text = question.shown, .rest = question.rest},
                    {.label = question.question, .px = low ? 58.0F : 72.0F, .underlined = false})
            .clear;
    float y = field.bottom() + (low ? 14 : 26);
    const bool tall = frame.theme.large || frame.theme.english();
    const Rect band{left, y, field.w, low || !tall ? 88.0F : 112.0F};
    if (!question.error.empty())
        sheet::sentence(frame, band.moved(0, 16), question.error, "warn", true);
    else if (!question.promise.empty())
        promise_band(frame, band, question.promise);
    else if (!question.hint.empty())
        sheet::sentence(frame, band.moved(0, 6), question.hint, "me", false);
    if (!question.link.empty()) {
        // Beside the field's column where there is no room below.
        const Rect row = low ? Rect{area.x, keys.y - 108, low_column, 100}
                             : Rect{area.x, band.bottom() + 24, area.w, 100};
        press.link = link_row(frame, row, question.link);
    }
    const NumberPress pressed = number_pad(frame, {question.done, question.ready}, repeat);
    press.digit = pressed.digit;
    press.backspaces = pressed.backspaces;
    press.done = pressed.done;
    if (press.digit != 0 || press.backspaces > 0 || press.clear) frame.animate();
    return press;
}

}  // namespace wenlan::ui::input_sheet
