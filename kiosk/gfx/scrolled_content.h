// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "gfx/pixel_rect.h"

namespace wenlan::gfx {

// Pixels that stay as they are but for their place.
struct PixelMove {
    PixelRect to;
    int up_px = 0;  // they come from so much further down; negative: up
};

// Of something at a place that is not exact: two sums over two grids, half a step apart. What is
// the same may lie on an edge of one grid, hardly on edges of both.
struct PlacedHash {
    std::uint64_t even = 0;
    std::uint64_t odd = 0;
    bool same_as(const PlacedHash& other) const { return even == other.even || odd == other.odd; }
};

// What a scrolling list shows in one frame, seen as tiles that move with the content, and which
// rows of it nothing else touches.
class ScrolledContent {
public:
    static constexpr int tile_px = 64;
    // Fewer rows are drawn sooner than moved.
    static constexpr int rows_least = 128;

    ScrolledContent(std::uint64_t id, const PixelRect& clip, int offset_px);

    std::uint64_t id() const { return id_; }
    int offset_px() const { return offset_px_; }
    const PixelRect& clip() const { return clip_; }

    // A triangle of the list, whether the clip shows it or not. `hash` must not depend on the
    // offset.
    void add(const PixelRect& box, const PlacedHash& hash);
    // One that is not of the list, drawn before it or after it.
    enum class Side : std::uint8_t { beneath = 1, above = 2 };
    void add_other(const PixelRect& box, Side side);

    bool same_place_as(const ScrolledContent& other) const {
        return id_ == other.id_ && clip_ == other.clip_;
    }
    // What of the list in this frame is what the other frame showed at another offset.
    std::optional<PixelMove> moved_since(const ScrolledContent& before) const;
    // Tiles whose content the other frame, of a list in the same place, did not have or had
    // otherwise: their part of `within`.
    void add_changed(const ScrolledContent& before, const PixelRect& within,
                     std::vector<PixelRect>& areas) const;
    // The longest run of rows that belong to the list alone.
    PixelRect quiet() const;
    // Whether something lies beneath the list in these rows: they do not move as one.
    bool grounded(const PixelRect& rows) const;

private:
    PlacedHash tile(int row, int column) const;  // row of the content

    std::uint64_t id_;
    PixelRect clip_;
    int offset_px_;
    int first_row_;  // of the content's tiles that are kept
    int row_count_;
    int columns_;
    std::vector<PlacedHash> tiles_;
    std::vector<std::uint8_t> touched_;  // rows of the clip, by others: sides
};

}  // namespace wenlan::gfx
