// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <imgui.h>

#include "ui/imgui/canvas.h"

namespace wenlan::ui {

inline ImDrawFlags rounding_flags(Corners corners) {
    switch (corners) {
        case Corners::all:
            return ImDrawFlags_RoundCornersAll;
        case Corners::top:
            return ImDrawFlags_RoundCornersTop;
        case Corners::bottom:
            return ImDrawFlags_RoundCornersBottom;
        case Corners::left:
            return ImDrawFlags_RoundCornersLeft;
        case Corners::none:
            return ImDrawFlags_RoundCornersNone;
    }
    return ImDrawFlags_RoundCornersAll;
}

}  // namespace wenlan::ui
