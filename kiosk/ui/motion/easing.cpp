// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/motion/easing.h"

#include <algorithm>

namespace wenlan::ui {

namespace {
float bezier(float a, float b, float s) {
    const float r = 1 - s;
    return 3 * r * r * s * a + 3 * r * s * s * b + s * s * s;
}
}  // namespace

float CubicBezier::operator()(float t) const {
    if (t <= 0) return 0;
    if (t >= 1) return 1;
    // x(s) grows with s, so bisection finds s; 24 halvings are finer than a float of this size.
    float low = 0;
    float high = 1;
    for (int i = 0; i < 24; ++i) {
        const float middle = (low + high) / 2;
        (bezier(x1_, x2_, middle) < t ? low : high) = middle;
    }
    return bezier(y1_, y2_, (low + high) / 2);
}

}  // namespace wenlan::ui
