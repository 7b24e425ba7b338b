// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "gfx/graphics.h"
#include "gfx/pixel_rect.h"
#include "gfx/scrolled_content.h"
#include "gfx/texture_table.h"

struct ImDrawCmd;
struct ImDrawData;
struct ImDrawList;

namespace wenlan::gfx {

// Rows of a scrolled list that something lies over (a fade, a dock): kept apart as they are without
// it, so that what lies over them is all that is drawn there again.
struct RowsUnder {
    PixelRect rows;                // their place in the frame
    bool kept = false;             // from the last frame, at the list's former offset
    std::vector<PixelRect> areas;  // of them, what has to be drawn
    int end_command = 0;           // of the first draw list: the first that lies over them
};

// What of a frame has to be drawn.
struct FrameChange {
    std::optional<PixelMove> move;   // before anything is drawn
    std::optional<RowsUnder> under;  // only with a move
    std::vector<PixelRect> areas;    // empty: the rest of the frame is as it was
    std::optional<int> veil;         // the first command of what lies over all of that
    std::vector<PixelRect> bounds;   // of each command, in order: it changes no other pixels
};

// Finds what differs between one frame's draw data and the next's. The frame is seen as tiles; a
// tile has changed when the triangles that may touch it, or the textures that they read, have. A
// list that scrolls has tiles of its own, which move with it.
// Without a graphics processor a frame costs what its pixels cost: a breathing dot must not cost
// the screen. A list that scrolled is moved where nothing else touches it.
class ChangeFinder {
public:
    static constexpr int tile_px = 64;
    static constexpr std::size_t areas_max = 12;

    // Compared with the data of the last call, both without their veils; all of it after forget(),
    // or if the size or the clear colour changed.
    FrameChange find(const ImDrawData& data, Size size, std::array<float, 3> clear,
                     const TextureTable& textures,
                     std::span<const Graphics::ScrolledList> lists = {},
                     std::optional<int> veil = {});
    void forget() {
        tiles_.clear();
        content_.reset();
        under_ = {};
        stills_.clear();
    }

private:
    struct Command;
    // What a command that is not of the list adds to the tiles: most are the same in every frame.
    struct Still {
        std::uint64_t key = 0;
        PixelRect bounds;
        std::vector<PixelRect> boxes;                              // of its primitives
        std::vector<std::pair<std::size_t, std::uint64_t>> tiles;  // that they touch
    };

    void start(Size size, std::array<float, 3> clear);
    PixelRect add_command(const ImDrawData& data, const ImDrawList& list, const ImDrawCmd& command,
                          const TextureTable& textures);
    void choose_list(const ImDrawData& data, std::span<const Graphics::ScrolledList> lists);
    Command described(const ImDrawData& data, const ImDrawList& list, const ImDrawCmd& drawn,
                      const TextureTable& textures) const;
    template <typename Look>
    static void for_each_primitive(const Command& command, Look&& look);
    PixelRect add_of_list(const Command& command, const ImDrawData& data);
    PixelRect add_still(const Command& command, const ImDrawData& data);
    void make_still(Still& still, const Command& command, const ImDrawData& data);
    void mix(const Command& command, const PixelRect& box, std::uint64_t primitive);
    void add_changed_tiles(std::vector<PixelRect>& areas) const;
    void add_list_changes(FrameChange& change);
    void add_moved_list(FrameChange& change);
    std::optional<RowsUnder> rows_under(const FrameChange& change) const;

    Size size_;
    std::array<float, 3> clear_{};
    int columns_ = 0;
    int rows_ = 0;
    // Of what is not of the list, in the last frame (empty: unknown) and in the one looked at.
    std::vector<std::uint64_t> tiles_, next_;
    std::optional<ScrolledContent> content_, next_content_;
    Graphics::ScrolledList list_;      // that next_content_ is of
    int list_end_ = 0;                 // its end_command
    PixelRect under_;                  // the rows that are kept of the last frame; empty: none
    std::vector<PlacedHash> hashes_;   // of a command's vertices
    std::vector<Still> stills_;        // in the order of drawing, from the last frame on
    std::size_t stills_seen_ = 0;      // of them, in this frame
    std::vector<std::uint64_t> sums_;  // a command's, by tile; zero between commands
    std::vector<std::size_t> summed_;  // the tiles that it touches
};

// The command's clip rectangle in pixels of the frame, cut to it.
PixelRect clip_of(const ImDrawData& data, const ImDrawCmd& command, Size size);

}  // namespace wenlan::gfx
