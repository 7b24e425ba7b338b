// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/pixels.h"

namespace wenlan::image {

// Fills width x height: scaled to cover, cut around the focus point (0-1 from the left and top).
// Area average when shrinking, bilinear when growing; in linear-ish 8 bit, alpha-weighted.
// An empty source or target gives an empty picture. Any thread.
Pixels cover(const Pixels& source, int width, int height, float focus_x, float focus_y);
Mask scaled(const Mask& source, int width, int height);
Pixels scaled(const Pixels& source, int width, int height);

}  // namespace wenlan::image
