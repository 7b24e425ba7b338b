// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace wenlan::ui {

// Virtual pixels of the 1080-wide frame (tokens.md), scaled once by the canvas.
struct Point {
    float x = 0, y = 0;
};

struct Rect {
    float x = 0, y = 0, w = 0, h = 0;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    Point center() const { return {x + w / 2, y + h / 2}; }
    Rect inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
    Rect inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
    Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
    // The part above / below a line; a band of this height at the top or bottom.
    Rect top(float height) const { return {x, y, w, std::min(h, height)}; }
    Rect below(float offset) const { return {x, y + offset, w, std::max(0.0F, h - offset)}; }
    Rect left(float width) const { return {x, y, std::min(w, width), h}; }
    Rect after(float offset) const { return {x + offset, y, std::max(0.0F, w - offset), h}; }
    static Rect around(Point center, float width, float height) {
        return {center.x - width / 2, center.y - height / 2, width, height};
    }
};

}  // namespace wenlan::ui
