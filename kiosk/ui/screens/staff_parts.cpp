// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/staff_parts.h"

#include <algorithm>
#include <array>
#include <string>

#include "ui/i18n/words.h"
#include "ui/screens/page_parts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chrome.h"
#include "ui/widgets/section_head.h"

namespace wenlan::ui::staff {

namespace {

constexpr float close_diameter = 96;
constexpr float icon_box = 84;
constexpr float tile_pad = 28;

struct TileStyles {
    TextStyle label, value, line;
};

TileStyles tile_styles(const Theme& theme) {
    TileStyles styles;
    styles.label = theme.type(Type::caption);
    styles.value = theme.type(Type::row_title).faced(text::Face::sans_bold);
    styles.line = theme.type(Type::caption);
    return styles;
}

Pigment tone_of(const Theme& theme, Tone tone) {
    if (theme.contrast) {
        const Color color =
            tone == Tone::urgent || tone == Tone::waiting ? theme.color.action : theme.color.ink;
        return {color, theme.color.paper};
    }
    switch (tone) {
        case Tone::good:
            return theme.pigment(domain::Section::clubs);
        case Tone::waiting:
            return theme.pigment(domain::Section::reading);
        case Tone::urgent:
            return {theme.color.action_deep, theme.color.action_tint};
        case Tone::plain:
            break;
    }
    return theme.pigment(domain::Section::mine);
}

}  // namespace

std::optional<Action> head(Frame& frame, std::string_view title, std::string_view line) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    staff_band(frame, frame.word(Key::staff_status));
    const float right = canvas.width() - measure::margin;
    const bool wide = canvas.landscape();
    const float shift = theme.large && !wide ? 34 : 0;
    const float room = right - close_diameter - 24 - measure::margin;
    const TextStyle style = theme.type(Type::title);
    const float y = 202 + shift;
    canvas.text({measure::margin, y - style.height() / 2 - 7, room, style.height()}, title, style,
                {.step_down = {style.px * 0.875F, style.px * 0.78F, style.px * 0.7F}});
    const TextStyle below = theme.type(Type::secondary);
    if (!line.empty()) {
        canvas.text({measure::margin, y + (theme.large ? 42.0F : 31.0F), room, below.height()},
                    line, below, {.step_down = {below.px * 0.92F}});
    }
    if (!round_button(frame, {right - close_diameter / 2, 216 + shift}, close_diameter, "close",
                      frame.word(Key::common_close))) {
        return std::nullopt;
    }
    return Navigation{Leave{}};
}

void card(Frame& frame, Rect rect) {
    Canvas& canvas = frame.canvas;
    canvas.shadow(rect, measure::radius_card, Shadow::card);
    canvas.round(rect, measure::radius_card, frame.theme.color.card);
    if (frame.theme.contrast) {
        canvas.outline(rect, measure::radius_card, 4, frame.theme.color.ink);
    }
}

float tile_height(Frame& frame) {
    const TileStyles styles = tile_styles(frame.theme);
    return 42 + styles.label.height() + styles.value.height() + styles.line.height();
}

namespace {

void draw_tile(Frame& frame, Rect rect, const Tile& words, float kept_right) {
    Canvas& canvas = frame.canvas;
    const TileStyles styles = tile_styles(frame.theme);
    const Pigment pigment = tone_of(frame.theme, words.tone);
    card(frame, rect);
    canvas.push_ground(frame.theme.color.card);
    const Rect box{rect.x + tile_pad, rect.center().y - icon_box / 2, icon_box, icon_box};
    canvas.round(box, 20, pigment.tint);
    if (frame.theme.contrast) canvas.outline(box, 20, 2, pigment.fill);
    canvas.icon(box.center(), 42, words.icon, pigment.fill);
    const float left = box.right() + 24;
    const float room = rect.right() - kept_right - left;
    float y = rect.y + 21;
    const auto line = [&](std::string_view text, const TextStyle& style) {
        if (!text.empty()) {
            canvas.text({left, y, room, style.height()}, text, style,
                        {.step_down = {style.px * 0.9F, style.px * 0.8F, style.px * 0.72F}});
        }
        y += style.height();
    };
    line(words.label, styles.label);
    line(words.value, styles.value);
    line(words.line, styles.line);
    canvas.pop();
}

}  // namespace

void tile(Frame& frame, Rect rect, const Tile& words) { draw_tile(frame, rect, words, 20); }

bool tile_to(Frame& frame, Rect rect, const Tile& words, std::string_view page) {
    constexpr float arrow = 40;
    Pressing press(frame, Role::card, page, rect);
    draw_tile(frame, rect, words, 20 + arrow);
    chevron(frame, {rect.right() - 16 - arrow / 2, rect.center().y}, arrow, frame.theme.color.ink3);
    return press.activated();
}

void card_head(Frame& frame, Rect rect, std::string_view title, std::string_view line) {
    Canvas& canvas = frame.canvas;
    const TextStyle style = frame.theme.type(Type::card_title);
    const TextStyle quiet = frame.theme.type(Type::secondary);
    const float middle = rect.y + 56;
    const float title_width = canvas.text_width(title, style);
    page::line_at(frame, {rect.x + 36, middle}, title_width + 4, title, style);
    const float left = rect.x + 36 + title_width + 24;
    page::line_at(frame, {left, middle}, rect.right() - 36 - left, line, quiet,
                  {.align = Align::right, .step_down = {quiet.px * 0.9F, quiet.px * 0.8F}});
}

bool button(Frame& frame, Rect rect, const ButtonLook& look) {
    Canvas& canvas = frame.canvas;
    const Palette& color = frame.theme.color;
    const bool enabled = look.why_not.empty();
    const Color fill = look.dark ? color.secondary : enabled ? color.card : color.sunk;
    const Color ink = look.dark ? color.on_secondary : enabled ? color.ink : color.ink3;
    Pressing press(frame, Role::button, look.label, rect, 0, enabled);
    canvas.round(rect, measure::radius_button, fill);
    if (!look.dark && (enabled || frame.theme.contrast)) {
        canvas.outline(rect, measure::radius_button, frame.theme.contrast ? 4 : 3,
                       enabled ? color.line : color.ink3);
    }
    canvas.push_ground(fill);
    TextStyle style = frame.theme.type(Type::row_title).in(ink);
    if (look.dark) style.face = text::Face::sans_bold;
    const float icon_px = style.px;
    const float room = rect.w - 40 - icon_px - 16;
    const std::array<float, 4> sizes{style.px, style.px * 0.9F, style.px * 0.8F, style.px * 0.7F};
    style.px = canvas.fitting_px(look.label, style, room, sizes);
    const float width = std::min(room, canvas.text_width(look.label, style));
    const float left = rect.center().x - (icon_px + 16 + width) / 2;
    const TextStyle small = frame.theme.type(Type::caption).in(ink);
    const float up = enabled ? 0 : small.height() / 2;
    const float middle = rect.center().y - up;
    canvas.icon({left + icon_px / 2, middle}, icon_px, look.icon, ink);
    page::line_at(frame, {left + icon_px + 16, middle}, width + 2, look.label, style);
    if (!enabled) {
        page::line_at(frame, {rect.x + 12, middle + style.height() / 2 + small.height() / 2 - 4},
                      rect.w - 24, look.why_not, small,
                      {.align = Align::center,
                       .step_down = {small.px * 0.9F, small.px * 0.8F, small.px * 0.7F}});
    }
    canvas.pop();
    return press.activated();
}

void code_boxes(Frame& frame, Rect row, std::size_t count, std::string_view typed, bool shown,
                std::string_view label) {
    Canvas& canvas = frame.canvas;
    const Palette& color = frame.theme.color;
    constexpr float gap = 16;
    const auto n = static_cast<float>(count);
    const float side = std::min(row.h, (row.w - gap * (n - 1)) / n);
    float x = row.center().x - (side * n + gap * (n - 1)) / 2;
    canvas.element(Role::region, label, row);
    canvas.push_ground(color.card);
    TextStyle style = frame.theme.type(Type::card_title).sized(side * 0.5F);
    style.line = 1;
    for (std::size_t i = 0; i < count; ++i, x += side + gap) {
        const Rect box{x, row.center().y - side / 2, side, side};
        const bool next = i == typed.size();
        canvas.round(box, 20, color.card);
        canvas.outline(box, 20, next ? 4 : 2,
                       next || frame.theme.contrast ? color.ink : color.line);
        if (i >= typed.size()) continue;
        if (shown) {
            canvas.text(box, typed.substr(i, 1), style, {.align = Align::center, .middle = true});
        } else {
            canvas.disc(box.center(), side * 0.14F, color.ink);
        }
    }
    canvas.pop();
}

std::optional<char> pad(Frame& frame, Rect area, std::string_view keys, int columns,
                        std::size_t typed, bool enabled) {
    constexpr float gap = 12;
    Canvas& canvas = frame.canvas;
    const Palette& color = frame.theme.color;
    const int count = static_cast<int>(keys.size());
    const int rows = (count + columns - 1) / columns;
    const float w = (area.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float h = (area.h - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
    std::optional<char> pressed;
    TextStyle style = frame.theme.type(Type::card_title).faced(text::Face::sans);
    style.color = enabled ? color.ink : color.ink3;
    for (int i = 0; i < count; ++i) {
        const Rect rect{area.x + static_cast<float>(i % columns) * (w + gap),
                        area.y + static_cast<float>(i / columns) * (h + gap), w, h};
        const std::string label(1, keys[static_cast<std::size_t>(i)]);
        Pressing press(frame, Role::key, label, rect, typed, enabled);
        canvas.round(rect, 20, color.card);
        canvas.outline(rect, 20, frame.theme.contrast ? 4 : 2,
                       frame.theme.contrast ? color.ink : color.line);
        canvas.push_ground(color.card);
        canvas.text(rect, label, style, {.align = Align::center, .middle = true});
        canvas.pop();
        if (press.activated()) pressed = label.front();
    }
    return pressed;
}

}  // namespace wenlan::ui::staff
