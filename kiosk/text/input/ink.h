// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace wenlan::text::input {

// Where the finger was; y downwards, any unit.
struct InkPoint {
    float x = 0, y = 0;
};
// From touch to lift.
using Stroke = std::vector<InkPoint>;
using Ink = std::vector<Stroke>;

}  // namespace wenlan::text::input
