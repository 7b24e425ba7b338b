// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "gfx/frame_change.h"
#include "gfx/frame_target.h"
#include "gfx/gl/names.h"
#include "gfx/shaders.h"
#include "gfx/texture_table.h"

struct ImDrawCmd;
struct ImDrawData;
struct ImDrawList;

namespace wenlan::gfx {

// Draws ImGui's draw data: shapes without reading a texture, masks and pictures each by their own
// program. Straight alpha; the target stays opaque.
class DrawRenderer {
public:
    DrawRenderer();

    // A frame's draw data and what they are drawn with.
    struct Scene {
        const ImDrawData& data;
        Size size;  // of the frame
        const Shaders& shaders;
        const TextureTable& textures;
        std::array<float, 3> clear;
        const std::vector<PixelRect>& bounds;  // as in FrameChange
    };
    // What of it is drawn, on what.
    struct Part {
        const std::vector<PixelRect>& areas;  // of the frame
        int first_command = 0;                // of all the frame's commands
        int end_command = std::numeric_limits<int>::max();
        bool clears = true;
        int top = 0;  // the frame's row that is the target's first
    };

    void upload(const ImDrawData& data);  // before parts of it are drawn
    // The rest of the target stays as it is.
    void draw(const Scene& scene, const Part& part, const FrameTarget& target);

private:
    struct Pass;

    void draw_area(Pass& pass, const Part& part);
    void draw_command(Pass& pass, const ImDrawList& list, const ImDrawCmd& command);
    void point_attributes(std::size_t first_vertex_byte) const;

    VertexArrayName array_;
    BufferName vertices_;
    BufferName indices_;
    std::vector<std::uint8_t> vertex_bytes_;
    std::vector<std::uint8_t> index_bytes_;
};

// Of everything that decides the picture: vertices, indices, commands and the textures' content.
std::uint64_t hash_of(const ImDrawData& data, Size size, std::array<float, 3> clear,
                      const TextureTable& textures);

}  // namespace wenlan::gfx
