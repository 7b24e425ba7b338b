// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <imgui.h>

namespace wenlan::ui {

// A rectangle with round corners, its straight edges on whole pixels. ImGui's own is a fan from one
// point: long triangles across all of it, each of which costs a look at every tile that it passes
// when the processor draws. Here only the corners are fans.
struct RoundedMesh {
    ImVec2 low, high;
    float radius = 0;
    ImDrawFlags corners = ImDrawFlags_RoundCornersAll;

    void fill(ImDrawList& list, std::uint32_t color) const;
    // A part of the texture, stretched over the rectangle.
    void picture(ImDrawList& list, ImTextureID texture, ImVec2 uv_low, ImVec2 uv_high,
                 std::uint32_t color) const;
};

}  // namespace wenlan::ui
