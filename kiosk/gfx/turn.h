// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gfx/graphics.h"

// How the frame lies on a window whose panel is mounted turned. The frame is turned clockwise by
// quarter turns; touches are turned back.
namespace wenlan::gfx {

struct Point {
    float x = 0, y = 0;
};

constexpr int normal_turns(int quarter_turns) { return ((quarter_turns % 4) + 4) % 4; }

// Of a frame that fills a window of this size, and the other way around.
constexpr Size turned(Size size, int quarter_turns) {
    return normal_turns(quarter_turns) % 2 == 0 ? size : Size{size.height, size.width};
}

// From window pixels (y down) to the frame's.
constexpr Point window_to_frame(Point at, Size window, int quarter_turns) {
    const auto width = static_cast<float>(window.width);
    const auto height = static_cast<float>(window.height);
    switch (normal_turns(quarter_turns)) {
        case 1:
            return {at.y, width - at.x};
        case 2:
            return {width - at.x, height - at.y};
        case 3:
            return {height - at.y, at.x};
        default:
            return at;
    }
}

}  // namespace wenlan::gfx
