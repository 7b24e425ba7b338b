// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "gfx/graphics.h"
#include "ui/geometry.h"
#include "ui/motion/easing.h"

// The way between the framings of attract and of home (tokens.md section 6).
namespace wenlan::ui {

inline constexpr base::Duration glide_in{720};
inline constexpr base::Duration glide_out{900};
inline constexpr base::Duration slips_fade{160};

// A painting and where it is drawn.
struct Framing {
    Rect rect;
    gfx::Painting painting;
};

// Where the painting of `shown` is drawn when it is `t` of the way from one framing to another, so
// that its bridge and its waterline are on their way.
Rect on_the_way(const Framing& shown, const Framing& from, const Framing& to, float t);

// A panel that comes in after others: 40 px lower and clear at first.
struct Rise {
    float down = 0;
    float alpha = 1;
};
// `nth` from 0; `since`: the entrance began, none: it is over.
Rise rise(std::optional<base::Duration> since, int nth);

}  // namespace wenlan::ui
