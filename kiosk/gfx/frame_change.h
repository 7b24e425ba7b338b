// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "gfx/graphics.h"
#include "gfx/pixel_rect.h"
#include "gfx/scrolled_content.h"
#include "gfx/texture_table.h"

struct ImDrawCmd;
struct ImDrawData;
struct ImDrawList;

namespace wenlan::gfx {

// What of a frame has to be drawn.
struct FrameChange {
    std::optional<PixelMove> move;  // before anything is drawn
    std::vector<PixelRect> areas;   // empty: the frame is as it was
    std::vector<PixelRect> bounds;  // of each command, in order: it changes no other pixels
};

// Finds what differs between one frame's draw data and the next's. The frame is seen as tiles; a
// tile has changed when the triangles that may touch it, or the textures that they read, have.
// Without a graphics processor a frame costs what its pixels cost: a breathing dot must not cost
// the screen. A list that scrolled is moved where nothing else touches it.
class ChangeFinder {
public:
    static constexpr int tile_px = 64;
    static constexpr std::size_t areas_max = 12;

    // Compared with the data of the last call; all of it after forget(), or if the size or the
    // clear colour changed.
    FrameChange find(const ImDrawData& data, Size size, std::array<float, 3> clear,
                     const TextureTable& textures,
                     std::span<const Graphics::ScrolledList> lists = {});
    void forget() {
        tiles_.clear();
        content_.reset();
    }

private:
    struct Command;

    void start(Size size, std::array<float, 3> clear);
    PixelRect add_command(const ImDrawData& data, const ImDrawList& list, const ImDrawCmd& command,
                          const TextureTable& textures);
    void choose_list(const ImDrawData& data, std::span<const Graphics::ScrolledList> lists);
    void hash_vertices(const ImDrawList& list);
    void mix(const Command& command, const PixelRect& box, std::uint64_t triangle);
    std::vector<PixelRect> changed_tiles(const std::optional<PixelMove>& move) const;

    Size size_;
    std::array<float, 3> clear_{};
    int columns_ = 0;
    int rows_ = 0;
    // Of the last frame (empty: unknown) and of the one being looked at; with and without the list.
    std::vector<std::uint64_t> tiles_, next_;
    std::vector<std::uint64_t> other_tiles_, other_next_;
    std::optional<ScrolledContent> content_, next_content_;
    Graphics::ScrolledList list_;               // that next_content_ is of
    std::vector<std::uint64_t> vertex_hashes_;  // of the draw list being looked at
    std::vector<PlacedHash> moved_hashes_;      // the same, at the list's start
};

// The command's clip rectangle in pixels of the frame, cut to it.
PixelRect clip_of(const ImDrawData& data, const ImDrawCmd& command, Size size);

}  // namespace wenlan::gfx
