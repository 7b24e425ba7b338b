// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/imgui/canvas.h"

namespace wenlan::ui {

// High contrast: the bridge as a white line drawing over the waterline at `water`.
void line_bridge(Canvas& canvas, Point foot_center, float half_length, float hump);

}  // namespace wenlan::ui
