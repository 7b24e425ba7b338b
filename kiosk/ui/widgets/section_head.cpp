// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/section_head.h"

#include "ui/widgets/baseline.h"
#include "ui/widgets/buttons.h"

namespace wenlan::ui {

namespace {

constexpr float button_diameter = 96;
constexpr float landscape_baseline = 226;
constexpr float beside_gap = 28;  // between the title and the line beside it

float portrait_shift(const Theme& theme) { return theme.large ? 34 : 0; }

float button_y(const Canvas& canvas) {
    return canvas.landscape() ? 206 : 216 + portrait_shift(canvas.theme());
}

void words_below(Frame& frame, float left, float room, std::string_view title,
                 std::string_view line) {
    Canvas& canvas = frame.canvas;
    const float y = 202 + portrait_shift(frame.theme);
    const TextStyle head = frame.theme.type(Type::title);
    canvas.text({left, y - head.height() / 2 - 7, room, head.height()}, title, head,
                {.step_down = {head.px * 0.875F, head.px * 0.78F, head.px * 0.7F}});
    const TextStyle below = frame.theme.type(Type::secondary);
    canvas.text({left, y + (frame.theme.large ? 42.0F : 31.0F), room, below.height()}, line, below,
                {.step_down = {below.px * 0.92F}});
}

void words_beside(Frame& frame, float left, float room, std::string_view title,
                  std::string_view line) {
    Canvas& canvas = frame.canvas;
    const TextStyle head = frame.theme.type(Type::title);
    const float width = canvas.text_width(title, head);
    text_on_baseline(canvas, left, landscape_baseline, room, title, head);
    const TextStyle beside = frame.theme.type(Type::secondary);
    text_on_baseline(canvas, left + width + beside_gap, landscape_baseline,
                     room - width - beside_gap, line, beside, {.step_down = {beside.px * 0.92F}});
}

void head_words(Frame& frame, float left, float room, std::string_view title,
                std::string_view line) {
    if (frame.canvas.landscape()) {
        words_beside(frame, left, room, title, line);
    } else {
        words_below(frame, left, room, title, line);
    }
}

}  // namespace

std::optional<Action> section_head(Frame& frame, std::string_view title, std::string_view line) {
    const float right = frame.canvas.width() - measure::margin;
    const float room = right - button_diameter - 24 - measure::margin;
    head_words(frame, measure::margin, room, title, line);
    if (!round_button(frame, {right - button_diameter / 2, button_y(frame.canvas)}, button_diameter,
                      "search", frame.word(Key::events_search))) {
        return std::nullopt;
    }
    return go({.screen = ScreenName::search});
}

std::optional<Action> page_head(Frame& frame, std::string_view title, std::string_view line) {
    const float left = measure::margin + button_diameter + 24;
    head_words(frame, left, frame.canvas.width() - measure::margin - left, title, line);
    if (!round_button(frame, {measure::margin + button_diameter / 2, button_y(frame.canvas)},
                      button_diameter, "back", frame.word(Key::common_back))) {
        return std::nullopt;
    }
    return Navigation{Back{}};
}

float section_head_bottom(const Canvas& canvas) {
    if (canvas.landscape()) return 272;
    return 300 + portrait_shift(canvas.theme()) * 1.6F;
}

float section_head_end(Frame& frame, std::string_view title, std::string_view line) {
    return measure::margin + frame.canvas.text_width(title, frame.theme.type(Type::title)) +
           beside_gap + frame.canvas.text_width(line, frame.theme.type(Type::secondary));
}

}  // namespace wenlan::ui
