// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

#include "text/input/ink.h"

namespace wenlan::text::input {

inline constexpr std::size_t ink_point_count = 72;

// Points at equal distances along the lines of even ink, with how the line lies there: the cosine
// and sine of twice its angle, so that either end may be its begin.
struct InkPoints {
    using Values = std::array<float, ink_point_count>;
    Values x{}, y{}, cosine{}, sine{};
};

InkPoints points_of(const Ink& even);

// How far the shape is from the ink after it has been bent towards it, a few rounds, its
// neighbourhoods as a whole; per point, both ways. It takes strokes in any order and joined.
float bent_distance(const InkPoints& ink, const InkPoints& shape, int rounds);

}  // namespace wenlan::text::input
