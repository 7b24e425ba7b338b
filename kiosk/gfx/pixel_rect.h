// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace wenlan::gfx {

// Pixels of the frame, y down, right and bottom exclusive.
struct PixelRect {
    int left = 0, top = 0, right = 0, bottom = 0;
    bool operator==(const PixelRect&) const = default;

    bool empty() const { return left >= right || top >= bottom; }
    bool overlaps(const PixelRect& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
    PixelRect cut_to(const PixelRect& other) const {
        return {std::max(left, other.left), std::max(top, other.top), std::min(right, other.right),
                std::min(bottom, other.bottom)};
    }
    // The smallest that holds both.
    PixelRect joined_with(const PixelRect& other) const {
        if (empty()) return other;
        if (other.empty()) return *this;
        return {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right),
                std::max(bottom, other.bottom)};
    }
};

}  // namespace wenlan::gfx
