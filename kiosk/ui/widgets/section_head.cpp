// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/section_head.h"

#include "ui/widgets/baseline.h"
#include "ui/widgets/buttons.h"

namespace wenlan::ui {

namespace {

constexpr float search_diameter = 96;

float portrait_shift(const Theme& theme) { return theme.large ? 34 : 0; }

std::optional<Action> search(Frame& frame, float y) {
    const float right = frame.canvas.width() - measure::margin;
    if (!round_button(frame, {right - search_diameter / 2, y}, search_diameter, "search",
                      frame.word(Key::events_search))) {
        return std::nullopt;
    }
    return open_sheet(Key::events_search, Key::later_search);
}

std::optional<Action> portrait(Frame& frame, std::string_view title, std::string_view line) {
    Canvas& canvas = frame.canvas;
    const float y = 202 + portrait_shift(frame.theme);
    const float room = canvas.width() - 2 * measure::margin - search_diameter - 24;
    const TextStyle head = frame.theme.type(Type::title);
    canvas.text({measure::margin, y - head.height() / 2 - 7, room, head.height()}, title, head,
                {.step_down = {56, 50}});
    const TextStyle below = frame.theme.type(Type::secondary);
    canvas.text({measure::margin, y + (frame.theme.large ? 42.0F : 31.0F), room, below.height()},
                line, below, {.step_down = {below.px * 0.92F}});
    return search(frame, 216 + portrait_shift(frame.theme));
}

std::optional<Action> landscape(Frame& frame, std::string_view title, std::string_view line) {
    Canvas& canvas = frame.canvas;
    const float baseline = 226;
    const float room = canvas.width() - 2 * measure::margin - search_diameter - 24;
    const TextStyle head = frame.theme.type(Type::title);
    const float width = canvas.text_width(title, head);
    text_on_baseline(canvas, measure::margin, baseline, room, title, head);
    const TextStyle beside = frame.theme.type(Type::secondary);
    text_on_baseline(canvas, measure::margin + width + 28, baseline, room - width - 28, line,
                     beside, {.step_down = {beside.px * 0.92F}});
    return search(frame, 206);
}

}  // namespace

std::optional<Action> section_head(Frame& frame, std::string_view title, std::string_view line) {
    return frame.canvas.landscape() ? landscape(frame, title, line) : portrait(frame, title, line);
}

float section_head_bottom(const Canvas& canvas) {
    if (canvas.landscape()) return 272;
    return 300 + portrait_shift(canvas.theme()) * 1.6F;
}

}  // namespace wenlan::ui
