// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/scrolled_content.h"

#include <algorithm>
#include <bit>

namespace wenlan::gfx {

namespace {

// Rounds down also what is above the list's start.
int tile_of(int at_px) {
    constexpr int tile = ScrolledContent::tile_px;
    return at_px >= 0 ? at_px / tile : -((-at_px + tile - 1) / tile);
}

}  // namespace

ScrolledContent::ScrolledContent(std::uint64_t id, const PixelRect& clip, int offset_px)
    : id_(id),
      clip_(clip),
      offset_px_(offset_px),
      first_row_(tile_of(offset_px)),
      row_count_(tile_of(offset_px + clip.bottom - clip.top - 1) - first_row_ + 1),
      columns_((clip.right - clip.left + tile_px - 1) / tile_px),
      tiles_(static_cast<std::size_t>(row_count_) * static_cast<std::size_t>(columns_), {1, 1}),
      touched_(static_cast<std::size_t>(clip.bottom - clip.top), 0) {}

void ScrolledContent::add(const PixelRect& box, const PlacedHash& hash) {
    // Also what the clip hides of the tiles at its edges: it is still the same when it comes into
    // view.
    const int down = offset_px_ - clip_.top;
    const PixelRect kept{clip_.left, first_row_ * tile_px - down, clip_.right,
                         (first_row_ + row_count_) * tile_px - down};
    const PixelRect seen = box.cut_to(kept);
    if (seen.empty()) return;
    for (int row = tile_of(seen.top + down); row <= tile_of(seen.bottom - 1 + down); ++row) {
        for (int column = (seen.left - clip_.left) / tile_px;
             column <= (seen.right - 1 - clip_.left) / tile_px; ++column) {
            PlacedHash& sum =
                tiles_[static_cast<std::size_t>((row - first_row_) * columns_ + column)];
            sum.even = std::rotl((sum.even ^ hash.even) * 0x9E3779B97F4A7C15ULL, 29);
            sum.odd = std::rotl((sum.odd ^ hash.odd) * 0x9E3779B97F4A7C15ULL, 29);
        }
    }
}

void ScrolledContent::add_other(const PixelRect& box, Side side) {
    const PixelRect seen = box.cut_to(clip_);
    if (seen.empty()) return;
    for (int row = seen.top; row < seen.bottom; ++row) {
        touched_[static_cast<std::size_t>(row - clip_.top)] |= static_cast<std::uint8_t>(side);
    }
}

bool ScrolledContent::grounded(const PixelRect& rows) const {
    const auto first = touched_.begin() + (rows.top - clip_.top);
    return std::any_of(first, first + (rows.bottom - rows.top), [](std::uint8_t sides) {
        return (sides & static_cast<std::uint8_t>(Side::beneath)) != 0;
    });
}

PixelRect ScrolledContent::quiet() const {
    PixelRect longest{clip_.left, clip_.top, clip_.right, clip_.top};
    const int count = static_cast<int>(touched_.size());
    for (int row = 0; row < count;) {
        if (touched_[static_cast<std::size_t>(row)] != 0) {
            ++row;
            continue;
        }
        const int first = row;
        while (row < count && touched_[static_cast<std::size_t>(row)] == 0) ++row;
        if (row - first > longest.bottom - longest.top) {
            longest.top = clip_.top + first;
            longest.bottom = clip_.top + row;
        }
    }
    return longest;
}

PlacedHash ScrolledContent::tile(int row, int column) const {
    if (row < first_row_ || row >= first_row_ + row_count_) return {};
    return tiles_[static_cast<std::size_t>((row - first_row_) * columns_ + column)];
}

std::optional<PixelMove> ScrolledContent::moved_since(const ScrolledContent& before) const {
    if (!same_place_as(before) || offset_px_ == before.offset_px_) return std::nullopt;
    const int up = offset_px_ - before.offset_px_;
    const PixelRect now = quiet();
    const PixelRect then = before.quiet();
    const int top = std::max(now.top, then.top - up);
    const int bottom = std::min(now.bottom, then.bottom - up);
    if (bottom - top < rows_least) return std::nullopt;
    return PixelMove{{clip_.left, top, clip_.right, bottom}, up};
}

void ScrolledContent::add_changed(const ScrolledContent& before, const PixelRect& within,
                                  std::vector<PixelRect>& areas) const {
    if (within.empty()) return;
    const int down = offset_px_ - clip_.top;
    for (int row = tile_of(within.top + down); row <= tile_of(within.bottom - 1 + down); ++row) {
        for (int column = 0; column < columns_;) {
            const auto same = [&](int at) { return tile(row, at).same_as(before.tile(row, at)); };
            if (same(column)) {
                ++column;
                continue;
            }
            const int first = column;
            while (column < columns_ && !same(column)) ++column;
            const int top = row * tile_px - down;
            const PixelRect run{clip_.left + first * tile_px, top, clip_.left + column * tile_px,
                                top + tile_px};
            areas.push_back(run.cut_to(within));
        }
    }
}

}  // namespace wenlan::gfx
