// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gfx/graphics.h"

// The framings of the ink painting (the table in the painting's notes, shaders/README.md).
namespace wenlan::ui::paintings {

inline gfx::Painting attract() {
    gfx::Painting p;
    p.water = 0.475F;
    p.scale = 1;
    p.bridge = {0.47F, 0.215F, 0.098F};
    p.sun = {0.33F, 0.775F, 0.040F, 0.95F};
    p.hill = 0.95F;
    p.houses = 1;
    return p;
}

inline gfx::Painting attract_landscape() {
    gfx::Painting p = attract();
    p.water = 0.40F;
    p.bridge = {0.40F, 0.29F, 0.13F};
    p.sun = {0.22F, 0.70F, 0.060F, 0.95F};
    p.hill = 0.8F;
    return p;
}

inline gfx::Painting hero() {
    gfx::Painting p;
    p.water = 0.27F;
    p.scale = 1.22F;
    p.bridge = {0.66F, 0.19F, 0.086F};
    p.sun = {0.685F, 0.665F, 0.032F, 0.95F};
    p.hill = 0.72F;
    p.houses = 1;
    p.fade_top = 0.1F;
    return p;
}

inline gfx::Painting hero_large() {
    gfx::Painting p = hero();
    p.water = 0.14F;
    p.scale = 1.6F;
    p.bridge = {0.68F, 0.19F, 0.086F};
    p.sun = {0.70F, 0.60F, 0.032F, 0.95F};
    p.hill = 0.6F;
    return p;
}

inline gfx::Painting home_landscape() {
    gfx::Painting p;
    p.water = 0.555F;
    p.scale = 1;
    p.bridge = {0.435F, 0.29F, 0.13F};
    p.sun = {0.553F, 0.845F, 0.042F, 0.95F};
    p.hill = 0.62F;
    p.houses = 1;
    return p;
}

inline gfx::Painting head_wash() {
    gfx::Painting p;
    p.water = 0.02F;
    p.scale = 2.2F;
    p.bridge = {0.5F, 0.1F, 0};
    p.seed = 7;
    p.ink = 0.55F;
    p.hill = 0.9F;
    p.fade_top = 0.3F;
    return p;
}

inline gfx::Painting foot_wash() {
    gfx::Painting p;
    p.water = 0.30F;
    p.scale = 1.5F;
    p.bridge = {0.74F, 0.15F, 0.068F};
    p.seed = 11;
    p.ink = 0.5F;
    p.hill = 0.7F;
    p.houses = 0.5F;
    p.fade_top = 0.35F;
    return p;
}

}  // namespace wenlan::ui::paintings
