// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/imgui/canvas.h"

namespace wenlan::ui {

// Keys stand 25 px from the panel's edges in portrait; in landscape they keep their sizes and stand
// in the middle (screens.md 23).
inline constexpr float key_margin = 25, keys_width = 1030;

// The ground of a keyboard of this height: from edge to edge, above the utility strip or the bottom
// bar.
inline Rect key_area(const Canvas& canvas, float height) {
    const float strip = canvas.landscape()     ? measure::bottom_bar
                        : canvas.theme().large ? measure::strip_large
                                               : measure::strip;
    return {0, canvas.height() - strip - height, canvas.width(), height};
}

inline Rect key_columns(Rect ground) {
    return {ground.center().x - keys_width / 2, ground.y, keys_width, ground.h};
}

}  // namespace wenlan::ui
