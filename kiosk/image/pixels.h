// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wenlan::image {

// RGBA, 8 bits a channel, straight alpha, rows from the top without padding.
struct Pixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;

    bool empty() const { return width == 0 || height == 0; }
};

// Coverage, 8 bits, rows from the top without padding: a glyph, an icon, a shadow.
struct Mask {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> coverage;

    bool empty() const { return width == 0 || height == 0; }
};

}  // namespace wenlan::image
