// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/local_text.h"
#include "domain/listing.h"
#include "model/view.h"
#include "text/typesetter.h"
#include "ui/theme/color.h"

// The design tokens as code: the one place where a colour, a type size or a measure is written
// down.
namespace wenlan::ui {

// A section's pigment and the tint that goes under text of that pigment.
struct Pigment {
    Color fill;
    Color tint;
};

// Of keys (tokens.md section 1).
struct KeyboardPalette {
    Color ground, key, key_edge, function, function_edge, pressed, on_pressed;
};

struct Palette {
    Color paper, card, sunk, line;
    Color ink, ink2, ink3;
    Color action, action_deep, action_tint, on_action;  // 朱砂; yellow in high contrast
    Color good, waiting, on_fill;
    Color strip_ground, strip_text, strip_active;
    Color sync_ok, sync_away;
    Color secondary;  // fill of the secondary primary button (排候补, 大字 search)
    Color on_secondary;
    KeyboardPalette keyboard;
    Color veil;  // laid over a blurred page, with alpha
};

// How a style grows in large text (tokens.md section 2): body 1.35, headings 1.2, dock 1.4.
enum class Growth { none, body, heading, dock };

struct TextStyle {
    text::Face face = text::Face::sans;
    float px = 34;       // virtual
    float line = 1.45F;  // line height in ems
    Color color;
    float tracking = 0;  // virtual px

    TextStyle in(Color other) const {
        TextStyle style = *this;
        style.color = other;
        return style;
    }
    TextStyle sized(float size_px) const {
        TextStyle style = *this;
        style.px = size_px;
        return style;
    }
    TextStyle faced(text::Face other) const {
        TextStyle style = *this;
        style.face = other;
        return style;
    }
    float height() const { return px * line; }
};

enum class Type {
    poem,
    display,
    title,
    question,
    section,
    card_title,
    tile_title,
    button,
    row_title,
    row_time,
    body,
    small_body,
    secondary,
    caption,
    seats,
    clock,
    dock,
    strip,
    badge,
};

struct Motion {
    bool reduced = false;  // only cross-fades of 150 ms
};

struct Theme {
    base::Language language = base::Language::zh;
    bool large = false;
    bool contrast = false;
    bool dusk = false;  // of the paintings
    Palette color;
    Motion motion;

    static Theme of(const model::VisitSettings& settings);

    Pigment pigment(domain::Section section) const;
    TextStyle type(Type type) const;
    float grown(float px, Growth growth) const;
    bool english() const { return language == base::Language::en; }
};

// Measures (tokens.md sections 3, 4 and 9), virtual px.
namespace measure {
inline constexpr float margin = 56;
inline constexpr float gutter = 24;
inline constexpr float top_band = 152, top_band_large = 170;
inline constexpr float dock = 148, dock_large = 172;
inline constexpr float strip = 96, strip_large = 112;
inline constexpr float bottom_bar = 132;  // landscape
inline constexpr float home_circle = 126;
inline constexpr float radius_card = 28, radius_poster = 36;
inline constexpr float radius_sheet = 48, radius_dialog = 56, radius_button = 32;
inline constexpr float touch_min = 96;
}  // namespace measure

}  // namespace wenlan::ui
