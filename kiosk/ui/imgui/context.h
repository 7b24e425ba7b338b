// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gfx/graphics.h"

struct ImDrawData;
struct ImDrawList;

namespace wenlan::ui {

// The one ImGui context: a fullscreen draw list for each frame. ImGui's own widgets, fonts and
// looks are not used.
class ImGuiFrame {
public:
    ImGuiFrame();
    ~ImGuiFrame();
    ImGuiFrame(const ImGuiFrame&) = delete;
    ImGuiFrame& operator=(const ImGuiFrame&) = delete;

    ImDrawList& begin(gfx::Size size);
    const ImDrawData& end();
};

}  // namespace wenlan::ui
