// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pressing.h"

#include "ui/hash.h"

namespace wenlan::ui {

TouchId touch_id(Role role, std::string_view label, std::uint64_t key) {
    const std::uint64_t seed =
        hash_seed ^ static_cast<TouchId>(role) ^ (key * 0x9E3779B97F4A7C15ULL);
    return hash_of(label, seed) | 1;  // zero means none
}

Rect touchable(Rect rect) {
    const float w = std::max(rect.w, measure::touch_min);
    const float h = std::max(rect.h, measure::touch_min);
    return Rect::around(rect.center(), w, h);
}

Pressing::Pressing(Frame& frame, Role role, std::string_view label, Rect rect, std::uint64_t key,
                   bool enabled)
    : frame_(frame) {
    Canvas& canvas = frame.canvas;
    const std::size_t index = canvas.element(role, label, rect, enabled);
    const PanelRect visible = canvas.semantics().elements[index].visible;
    const float unit = 1 / canvas.panel_per_virtual();
    if (enabled && visible.width > 0 && visible.height > 0) {
        press_ = frame.touch.press(
            touch_id(role, label, key),
            {visible.x * unit, visible.y * unit, visible.width * unit, visible.height * unit});
    }
    canvas.push_press(rect, press_.amount);
    if (press_.activated) canvas.forget_picture();
}

Pressing::~Pressing() {
    if (press_.activated) frame_.pressed_picture = frame_.canvas.last_picture();
    frame_.canvas.pop();
}

}  // namespace wenlan::ui
