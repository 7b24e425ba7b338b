// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/imgui/canvas.h"
#include "ui/motion/glide.h"

// Where the painting stands on the two pages between which it glides.
namespace wenlan::ui {

// As drawn for a panel whose dock begins there; a taller one grows the painting.
inline constexpr float home_dock_top = 1676;
inline constexpr float home_dock_top_large = 1636;

Framing attract_framing(const Canvas& canvas);
Framing home_framing(const Canvas& canvas);

}  // namespace wenlan::ui
