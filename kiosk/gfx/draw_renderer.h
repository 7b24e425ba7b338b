// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
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

    // What has changed of it; the rest of the target stays as it is.
    void draw(const ImDrawData& data, const FrameChange& change, const FrameTarget& target,
              const Shaders& shaders, const TextureTable& textures, std::array<float, 3> clear);

private:
    struct Pass;

    void upload(const ImDrawData& data);
    void draw_area(Pass& pass, const std::vector<PixelRect>& bounds);
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
