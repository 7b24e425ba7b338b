// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/line_bridge.h"

#include <cmath>
#include <numbers>
#include <vector>

namespace wenlan::ui {

void line_bridge(Canvas& canvas, Point foot_center, float half_length, float hump) {
    constexpr float pi = std::numbers::pi_v<float>;
    constexpr float stroke = 6;
    const Color color = canvas.theme().color.ink;
    const auto deck = [&](float x) {
        return hump * std::pow(0.5F + 0.5F * std::cos(pi * std::abs(x) / half_length), 0.9F);
    };
    std::vector<Point> curve;
    for (int i = -40; i <= 40; ++i) {
        const float x = half_length * static_cast<float>(i) / 40;
        curve.push_back({foot_center.x + x, foot_center.y - deck(x)});
    }
    canvas.polyline(curve, stroke, color);
    std::vector<Point> arch;
    const float radius = hump * 0.65F;
    for (int i = 0; i <= 36; ++i) {
        const float angle = pi * static_cast<float>(i) / 36;
        arch.push_back(
            {foot_center.x - std::cos(angle) * radius, foot_center.y - std::sin(angle) * radius});
    }
    canvas.polyline(arch, stroke, color);
    for (int i = -6; i <= 6; ++i) {
        const float x = half_length * static_cast<float>(i) / 7.3F;
        const float y = foot_center.y - deck(x);
        canvas.polyline(std::vector<Point>{{foot_center.x + x, y - 4}, {foot_center.x + x, y - 30}},
                        stroke, color);
    }
    const float gap = radius + 18;
    canvas.line({0, foot_center.y - 3}, {foot_center.x - gap, foot_center.y - 3}, stroke, color);
    canvas.line({foot_center.x + gap, foot_center.y - 3}, {canvas.width(), foot_center.y - 3},
                stroke, color);
    const Color faint = canvas.theme().color.line;
    canvas.line({foot_center.x - 160, foot_center.y + 34},
                {foot_center.x + 160, foot_center.y + 34}, 4, faint);
    canvas.line({foot_center.x - 100, foot_center.y + 60},
                {foot_center.x + 100, foot_center.y + 60}, 4, faint);
}

}  // namespace wenlan::ui
