// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scroll_body.h"

#include <array>

#include "ui/widgets/lists.h"

namespace wenlan::ui {

void scroll_body(Frame& frame, std::string_view label, Rect area,
                 const std::function<float()>& draw) {
    float height = frame.visit.detail_height;
    vertical_list(frame, label, area, height, frame.visit.detail,
                  [&](Visible) { height = draw(); });
    if (height > area.h) {
        const Color paper = frame.theme.color.paper;
        const std::array<GradientStop, 2> stops{{{0, paper.with_alpha(0)}, {1, paper}}};
        const float left = std::max(0.0F, area.x - measure::margin);
        const float right = std::min(frame.canvas.width(), area.right() + measure::margin);
        frame.canvas.gradient({left, area.bottom() - 60, right - left, 60}, stops);
    }
    if (height != frame.visit.detail_height) frame.animate();
    frame.visit.detail_height = height;
}

}  // namespace wenlan::ui
