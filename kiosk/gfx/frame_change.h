// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "gfx/graphics.h"
#include "gfx/texture_table.h"

struct ImDrawCmd;
struct ImDrawData;
struct ImDrawList;

namespace wenlan::gfx {

// Pixels of the frame, y down, right and bottom exclusive.
struct PixelRect {
    int left = 0, top = 0, right = 0, bottom = 0;
    bool operator==(const PixelRect&) const = default;

    bool empty() const { return left >= right || top >= bottom; }
    bool overlaps(const PixelRect& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
    PixelRect cut_to(const PixelRect& other) const;
};

// What of a frame has to be drawn.
struct FrameChange {
    std::vector<PixelRect> areas;   // do not overlap; empty: the frame is as it was
    std::vector<PixelRect> bounds;  // of each command, in order: it changes no other pixels
};

// Finds what differs between one frame's draw data and the next's. The frame is seen as tiles; a
// tile has changed when the triangles that may touch it, or the textures that they read, have.
// Without a graphics processor a frame costs what its pixels cost: a breathing dot must not cost
// the screen.
class ChangeFinder {
public:
    static constexpr int tile_px = 64;
    static constexpr std::size_t areas_max = 12;

    // Compared with the data of the last call; all of it after forget(), or if the size or the
    // clear colour changed.
    FrameChange find(const ImDrawData& data, Size size, std::array<float, 3> clear,
                     const TextureTable& textures);
    void forget() { tiles_.clear(); }

private:
    struct Command;

    void start(Size size, std::array<float, 3> clear);
    PixelRect add_command(const ImDrawData& data, const ImDrawList& list, const ImDrawCmd& command,
                          const TextureTable& textures);
    void mix(const Command& command, const PixelRect& box, std::uint64_t triangle);
    std::vector<PixelRect> areas() const;

    Size size_;
    std::array<float, 3> clear_{};
    int columns_ = 0;
    int rows_ = 0;
    std::vector<std::uint64_t> tiles_;          // of the last frame; empty: unknown
    std::vector<std::uint64_t> next_;           // of the one being looked at
    std::vector<std::uint64_t> vertex_hashes_;  // of the list being looked at
};

// The command's clip rectangle in pixels of the frame, cut to it.
PixelRect clip_of(const ImDrawData& data, const ImDrawCmd& command, Size size);

}  // namespace wenlan::gfx
