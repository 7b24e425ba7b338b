// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

namespace wenlan::ui {

namespace {

using text::Face;

Palette paper_palette() {
    Palette p;
    p.paper = Color::hex(0xF7F3EA);
    p.card = Color::hex(0xFDFBF6);
    p.sunk = Color::hex(0xEFE8DB);
    p.line = Color::hex(0xDDD4C3);
    p.ink = Color::hex(0x1E2A32);
    p.ink2 = Color::hex(0x45535B);
    p.ink3 = Color::hex(0x5C686E);
    p.action = Color::hex(0xC23B2A);
    p.action_deep = Color::hex(0x9E2D1F);
    p.action_tint = Color::hex(0xF6E3DC);
    p.on_action = Color::hex(0xFFF8EE);
    p.good = Color::hex(0x3F6B4C);
    p.waiting = Color::hex(0x86600F);
    p.on_fill = Color::hex(0xFFF8EE);
    p.strip_ground = Color::hex(0x1E2A32);
    p.strip_text = Color::hex(0xF3EDE0);
    p.strip_active = Color::hex(0xF5D48A);
    p.sync_ok = Color::hex(0x4F8A5B);
    p.sync_away = Color::hex(0xC99A3C);
    p.secondary = p.ink;
    p.on_secondary = Color::hex(0xFFF8EE);
    p.veil = Color::hex(0xE2DBCD);
    p.keyboard = {Color::hex(0xE8E0D1), Color::hex(0xFFFDF8), Color::hex(0xCDBFA6),
                  Color::hex(0xD5CAB6), Color::hex(0xB9AB90), p.ink, Color::hex(0xFFFFFF)};
    return p;
}

Palette contrast_palette() {
    const Color black = Color::hex(0x000000);
    const Color white = Color::hex(0xFFFFFF);
    const Color yellow = Color::hex(0xFFD84A);
    Palette p;
    p.paper = p.card = p.sunk = black;
    p.line = Color::hex(0x8A8A8A);
    p.ink = p.ink2 = white;
    p.ink3 = Color::hex(0xE2E2E2);
    p.action = p.action_deep = yellow;
    p.action_tint = black;
    p.on_action = black;
    p.good = Color::hex(0x8FF0B0);
    p.waiting = yellow;
    p.on_fill = black;
    p.strip_ground = black;
    p.strip_text = white;
    p.strip_active = yellow;
    p.sync_ok = Color::hex(0x8FF0B0);
    p.sync_away = yellow;
    p.secondary = white;
    p.on_secondary = black;
    p.veil = black;
    p.keyboard = {black, black, black, black, black, white, black};
    return p;
}

struct TypeRow {
    Face face;
    float px;
    float line;
    Growth growth;
};

// tokens.md section 2. Weights 500 and 400 are the regular cut, 600 and 700 the bold one.
constexpr TypeRow type_row(Type type) {
    switch (type) {
        case Type::poem:
            return {Face::kai, 84, 1.22F, Growth::none};
        case Type::display:
            return {Face::serif_bold, 88, 1.2F, Growth::none};
        case Type::title:
            return {Face::serif_bold, 64, 1.2F, Growth::heading};
        case Type::question:
            return {Face::serif_bold, 56, 1.25F, Growth::heading};
        case Type::section:
            return {Face::serif_bold, 48, 1.3F, Growth::heading};
        case Type::card_title:
            return {Face::serif_bold, 40, 1.35F, Growth::heading};
        case Type::tile_title:
            return {Face::serif_bold, 34, 1.35F, Growth::heading};
        case Type::button:
            return {Face::serif_bold, 46, 1, Growth::heading};
        case Type::row_title:
            return {Face::sans, 36, 1.35F, Growth::body};
        case Type::row_time:
            return {Face::serif_bold, 48, 1, Growth::heading};
        case Type::body:
            return {Face::sans, 34, 1.6F, Growth::body};
        case Type::small_body:
            return {Face::sans, 32, 1.5F, Growth::body};
        case Type::secondary:
            return {Face::sans, 28, 1.45F, Growth::body};
        case Type::caption:
            return {Face::sans, 26, 1.45F, Growth::body};
        case Type::seats:
            return {Face::serif_bold, 76, 1, Growth::heading};
        case Type::clock:
            return {Face::serif_bold, 76, 1, Growth::heading};
        case Type::dock:
            return {Face::sans, 30, 1.2F, Growth::dock};
        case Type::strip:
            return {Face::sans, 28, 1.2F, Growth::body};
        case Type::badge:
            return {Face::sans, 26, 1.3F, Growth::body};
    }
    return {Face::sans, 34, 1.45F, Growth::body};
}

}  // namespace

Theme Theme::of(const model::VisitSettings& settings) {
    Theme theme;
    theme.language = settings.language;
    theme.large = settings.large_text;
    theme.contrast = settings.high_contrast;
    theme.color = settings.high_contrast ? contrast_palette() : paper_palette();
    theme.motion.reduced = settings.high_contrast;
    return theme;
}

Pigment Theme::pigment(domain::Section section) const {
    if (contrast) return {Color::hex(0xFFFFFF), Color::hex(0x000000)};
    switch (section) {
        case domain::Section::events:
            return {Color::hex(0x2C5F86), Color::hex(0xE2EAEE)};
        case domain::Section::clubs:
            return {Color::hex(0x3F6B4C), Color::hex(0xE3EBDF)};
        case domain::Section::reading:
            return {Color::hex(0x86600F), Color::hex(0xF5EBD2)};
        case domain::Section::volunteering:
            return {Color::hex(0x9C3B50), Color::hex(0xF4E3E3)};
        case domain::Section::neighbourhood:
            return {Color::hex(0x5A4B72), Color::hex(0xE9E4EC)};
        case domain::Section::mine:
            return {Color::hex(0x33424B), Color::hex(0xE6E6E0)};
    }
    return {color.ink, color.sunk};
}

float Theme::grown(float px, Growth growth) const {
    if (!large) return px;
    switch (growth) {
        case Growth::none:
            return px;
        case Growth::body:
            return std::max(34.0F, px * 1.35F);
        case Growth::heading:
            return std::max(34.0F, px * 1.2F);
        case Growth::dock:
            return px * 1.4F;
    }
    return px;
}

TextStyle Theme::type(Type type) const {
    const TypeRow row = type_row(type);
    TextStyle style;
    style.face = row.face;
    style.px = grown(row.px, row.growth);
    style.line = row.line;
    style.color = color.ink;
    if (type == Type::poem && (english() || contrast)) {
        // WenKai is Chinese only, and too thin on black.
        style.face = contrast ? Face::serif_bold : Face::serif;
        style.px = contrast ? 72 : 65;
    }
    if (type == Type::poem) style.tracking = english() ? 0 : 3.4F;
    if (type == Type::button) style.tracking = english() ? 0 : 2;
    if (type == Type::secondary || type == Type::caption) style.color = color.ink3;
    return style;
}

}  // namespace wenlan::ui
