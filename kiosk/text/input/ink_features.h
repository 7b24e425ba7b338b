// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

#include "text/input/ink.h"

namespace wenlan::text::input {

// How lines lie, and where: maps of 4 directions, 8 by 8 places each, smoothed. It does not matter
// in which order strokes come and from which end. The square roots, of length one.
inline constexpr std::size_t feature_places = 8, feature_directions = 4;
inline constexpr std::size_t feature_count = feature_places * feature_places * feature_directions;
using InkFeatures = std::array<float, feature_count>;

// In equal steps, shaking smoothed away, put into the middle of the square from 0 to 1 by its
// moments. Strokes without a point, and what is not a number, are dropped; nothing is left of ink
// without strokes.
Ink even_ink(const Ink& ink);

// Of even ink.
InkFeatures features_of(const Ink& even);

}  // namespace wenlan::text::input
