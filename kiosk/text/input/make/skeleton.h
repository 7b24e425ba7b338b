// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "text/input/ink.h"

namespace wenlan::text::input {

// Ones and zeros, row after row.
struct Bitmap {
    int width = 0, height = 0;
    std::vector<std::uint8_t> on;

    bool at(int x, int y) const {
        return x >= 0 && y >= 0 && x < width && y < height &&
               on[static_cast<std::size_t>(y * width + x)] != 0;
    }
};

// Thins what is on to lines of one pixel (Zhang and Suen, 1984).
void thin(Bitmap& bitmap);
// The lines of a thinned bitmap, from ends and crossings to the next. In pixels.
Ink lines_of(const Bitmap& thinned);

}  // namespace wenlan::text::input
