// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/motion/glide.h"

namespace wenlan::ui {

namespace {

constexpr base::Duration apart{60};
constexpr base::Duration rise_time{380};
constexpr float rise_px = 40;

// The bridge's middle on the water and half its length, in the frame (see the shader's uniforms).
struct Bridge {
    float x = 0, y = 0, half = 0;
};

Bridge bridge_of(const Framing& framing) {
    const Rect& rect = framing.rect;
    const gfx::Painting& painting = framing.painting;
    return {rect.x + rect.w * painting.bridge[0], rect.y + rect.h * (1 - painting.water),
            rect.h * painting.scale * painting.bridge[1]};
}

}  // namespace

Rect on_the_way(const Framing& shown, const Framing& from, const Framing& to, float t) {
    const Bridge start = bridge_of(from);
    const Bridge end = bridge_of(to);
    const Bridge now{lerp(start.x, end.x, t), lerp(start.y, end.y, t),
                     lerp(start.half, end.half, t)};
    const Bridge own = bridge_of(shown);
    const float scale = now.half / own.half;
    return {now.x - (own.x - shown.rect.x) * scale, now.y - (own.y - shown.rect.y) * scale,
            shown.rect.w * scale, shown.rect.h * scale};
}

Rise rise(std::optional<base::Duration> since, int nth) {
    if (!since) return {};
    // The painting moves first.
    const float t = ease_out(progress(*since, slips_fade + nth * apart, rise_time));
    return {rise_px * (1 - t), t};
}

}  // namespace wenlan::ui
