// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/imgui/canvas.h"

namespace wenlan::ui {

// One line whose baseline lies at `baseline`: for numbers and words of different sizes side by
// side. In a box of one em the baseline of the Noto faces lies at 0.934 em (ascent 1.16, descent
// 0.29).
inline TextExtent text_on_baseline(Canvas& canvas, float x, float baseline, float room,
                                   std::string_view content, TextStyle style,
                                   const TextOptions& options = {}) {
    style.line = 1;
    return canvas.text({x, baseline - style.px * 0.934F, room, style.px}, content, style, options);
}

}  // namespace wenlan::ui
