// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

namespace wenlan::ui {

// A CSS cubic-bezier through (0,0) and (1,1); t and the result run from 0 to 1.
class CubicBezier {
public:
    constexpr CubicBezier(float x1, float y1, float x2, float y2)
        : x1_(x1), y1_(y1), x2_(x2), y2_(y2) {}
    float operator()(float t) const;

private:
    float x1_, y1_, x2_, y2_;
};

// tokens.md section 6.
inline constexpr CubicBezier ease_out{0.22F, 0.8F, 0.24F, 1};
inline constexpr CubicBezier ease_in_out{0.6F, 0, 0.2F, 1};

// How far something that began at `start` has come after `length`, 0-1, not eased.
inline float progress(base::Duration now, base::Duration start, base::Duration length) {
    if (length.count() <= 0 || now >= start + length) return 1;
    if (now <= start) return 0;
    return static_cast<float>((now - start).count()) / static_cast<float>(length.count());
}

inline float lerp(float from, float to, float t) { return from + (to - from) * t; }

}  // namespace wenlan::ui
