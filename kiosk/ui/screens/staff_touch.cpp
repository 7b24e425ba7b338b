// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/screens/screens.h"
#include "ui/screens/staff_parts.h"
#include "ui/widgets/buttons.h"

namespace wenlan::ui {

namespace {

constexpr std::size_t marks_max = 400;
constexpr float corner = 150;
constexpr float mark_radius = 18;

std::array<Rect, 4> corners_of(const Canvas& canvas) {
    const float right = canvas.width() - corner;
    const float bottom = canvas.height() - corner;
    return {Rect{0, 0, corner, corner}, Rect{right, 0, corner, corner},
            Rect{0, bottom, corner, corner}, Rect{right, bottom, corner, corner}};
}

void leave_marks(Frame& frame) {
    StaffState& state = frame.visit.staff;
    if (const auto at = frame.touch.finger()) {
        const bool moved = state.marks.empty() || frame.touch.came_down() ||
                           std::max(std::abs(at->x - state.marks.back().x),
                                    std::abs(at->y - state.marks.back().y)) > mark_radius / 2;
        if (moved) state.marks.push_back(*at);
        if (state.marks.size() > marks_max) state.marks.pop_front();
    }
    const Color color = frame.theme.color.action;
    for (const Point& mark : state.marks) frame.canvas.disc(mark, mark_radius, color);
}

}  // namespace

std::optional<Action> draw_staff_touch(Frame& frame) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    StaffState& state = frame.visit.staff;
    std::optional<Action> action;
    canvas.fill({0, 0, canvas.width(), canvas.height()}, theme.color.paper);
    const std::array<Rect, 4> corners = corners_of(canvas);
    for (std::size_t i = 0; i < corners.size(); ++i) {
        if (frame.touch.came_down_on(corners[i])) state.corners[i] = true;
        const Rect inner = corners[i].inset(6);
        canvas.round(inner, 20, state.corners[i] ? theme.color.good : theme.color.sunk);
        canvas.outline(inner, 20, 4, theme.color.ink);
        canvas.element(Role::button,
                       frame.word(nth(Key::staff_touch_corner_0, static_cast<int>(i))), corners[i]);
    }
    const bool all = std::all_of(state.corners.begin(), state.corners.end(),
                                 [](bool pressed) { return pressed; });
    if (all && !state.corners_told) {
        state.corners_told = true;
        action = model::Intent{model::NoteTouchTest{}};
    }
    const TextStyle title = theme.type(Type::title);
    const TextStyle line = theme.type(Type::body).in(theme.color.ink2);
    const float y = canvas.height() * 0.28F;
    const Rect row{corner + 20, y, canvas.width() - 2 * corner - 40, title.height()};
    canvas.text(row, frame.word(Key::staff_touch_title), title,
                {.align = Align::center, .step_down = {52, 44}});
    canvas.text({row.x, row.bottom() + 16, row.w, 0},
                frame.word(all ? Key::staff_touch_done : Key::staff_touch_ask), line,
                {.align = Align::center, .lines_max = 3});
    const Rect leave = Rect::around({canvas.width() / 2, canvas.height() * 0.6F}, 480, 120);
    if (primary_button(frame, leave, frame.word(Key::staff_touch_leave), Weight::secondary)) {
        action = Navigation{Back{}};
    }
    leave_marks(frame);
    return action;
}

// The panel stays lit: what is shown is black until somebody touches it.
std::optional<Action> draw_staff_dark(Frame& frame) {
    Canvas& canvas = frame.canvas;
    const Rect all{0, 0, canvas.width(), canvas.height()};
    canvas.fill(all, Color::hex(0x000000));
    Pressing press(frame, Role::button, frame.word(Key::staff_touch_wake), all);
    if (press.activated()) return Navigation{Leave{}};
    return std::nullopt;
}

}  // namespace wenlan::ui
