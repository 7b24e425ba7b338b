// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/buttons.h"

#include <array>

namespace wenlan::ui {

namespace {

// The higher the button, the larger its word: 42 to 50 (tokens.md section 2).
float label_px(const Theme& theme, Rect rect) {
    const float px = rect.h <= 124 ? 42 : (rect.h <= 130 ? 46 : 50);
    return theme.grown(px, Growth::heading);
}

// Label, with its icon before it, in the middle of a button. The label steps down before it is cut.
void button_label(Frame& frame, Rect rect, std::string_view label, std::string_view icon,
                  TextStyle style) {
    const float icon_px = icon.empty() ? 0 : style.px * 1.05F;
    const float gap = icon.empty() ? 0 : 22;
    const float room = rect.w - 48 - icon_px - gap;
    const std::array<float, 5> sizes{style.px, style.px * 0.9F, style.px * 0.8F, style.px * 0.7F,
                                     style.px * 0.6F};
    style.px = frame.canvas.fitting_px(label, style, room, sizes);
    const float width = std::min(room, frame.canvas.text_width(label, style));
    const float left = rect.center().x - (icon_px + gap + width) / 2;
    if (!icon.empty()) {
        frame.canvas.icon({left + icon_px / 2, rect.center().y}, icon_px, icon, style.color);
    }
    frame.canvas.text({left + icon_px + gap, rect.y, width + 2, rect.h}, label, style,
                      {.middle = true});
}

}  // namespace

bool primary_button(Frame& frame, Rect rect, std::string_view label, Weight weight,
                    std::string_view icon) {
    const Palette& color = frame.theme.color;
    const bool action = weight == Weight::action;
    Pressing press(frame, Role::button, label, rect);
    const Color fill = action ? color.action : color.secondary;
    frame.canvas.shadow(rect, measure::radius_button, action ? Shadow::action : Shadow::card);
    frame.canvas.round(rect, measure::radius_button, fill);
    frame.canvas.push_ground(fill);
    button_label(frame, rect, label, icon,
                 frame.theme.type(Type::button)
                     .sized(label_px(frame.theme, rect))
                     .in(action ? color.on_action : color.on_secondary));
    frame.canvas.pop();
    return press.activated();
}

bool outline_button(Frame& frame, Rect rect, std::string_view label, std::string_view icon) {
    const Palette& color = frame.theme.color;
    Pressing press(frame, Role::button, label, rect);
    const bool low = rect.h <= measure::touch_min;
    const float radius = low ? 26 : measure::radius_button;
    frame.canvas.round(rect, radius, color.card);
    frame.canvas.outline(rect, radius, frame.theme.contrast ? 4 : 3, color.ink2);
    frame.canvas.push_ground(color.card);
    TextStyle style =
        frame.theme.type(Type::button).sized(frame.theme.grown(low ? 32 : 36, Growth::heading));
    style.tracking = 0;
    button_label(frame, rect, label, icon, style);
    frame.canvas.pop();
    return press.activated();
}

bool round_button(Frame& frame, Point center, float diameter, std::string_view icon,
                  std::string_view label) {
    const Palette& color = frame.theme.color;
    const Rect rect = Rect::around(center, diameter, diameter);
    Pressing press(frame, Role::button, label, rect);
    frame.canvas.shadow(rect, diameter / 2, Shadow::card);
    frame.canvas.disc(center, diameter / 2, color.card);
    frame.canvas.circle(center, diameter / 2 - (frame.theme.contrast ? 2 : 1),
                        frame.theme.contrast ? 4 : 2,
                        frame.theme.contrast ? color.ink : color.line);
    frame.canvas.icon(center, diameter * 0.46F, icon, color.ink);
    return press.activated();
}

void chevron(Frame& frame, Point center, float size, Color color) {
    frame.canvas.icon(center, size, "next", color);
}

bool link(Frame& frame, Rect box, std::string_view label, const TextStyle& style) {
    const float width = frame.canvas.text_width(label, style);
    const float arrow = style.px * 1.05F;
    const float right = box.right() + arrow * 0.1F;
    const Rect visible{right - arrow - 10 - width, box.y, width + 10 + arrow, box.h};
    // Grown upwards: what the link belongs to begins right below it.
    Rect hit = touchable(visible);
    hit.y = std::min(hit.y, box.bottom() - hit.h);
    Pressing press(frame, Role::link, label, hit);
    frame.canvas.text({visible.x, box.y, width + 2, box.h}, label, style, {.middle = true});
    if (frame.theme.contrast) {
        const float under = box.center().y + style.px * 0.62F;
        frame.canvas.line({visible.x, under}, {visible.x + width, under}, 3, style.color);
    }
    chevron(frame, {right - arrow / 2, box.center().y}, arrow, style.color);
    return press.activated();
}

float chip_width(Frame& frame, std::string_view label) {
    return frame.canvas.text_width(label, frame.theme.type(Type::small_body)) + 72;
}

bool chip(Frame& frame, Rect rect, std::string_view label, bool selected,
          std::optional<domain::Section> section) {
    const Palette& color = frame.theme.color;
    Pressing press(frame, Role::chip, label, rect);
    const Color chosen = section ? frame.theme.pigment(*section).fill : color.ink;
    const Color fill = selected ? (frame.theme.contrast ? color.action : chosen) : color.card;
    frame.canvas.round(rect, rect.h / 2, fill);
    if (!selected) {
        frame.canvas.outline(rect, rect.h / 2, frame.theme.contrast ? 4 : 2,
                             frame.theme.contrast ? color.ink : color.line);
    }
    frame.canvas.push_ground(fill);
    TextStyle style = frame.theme.type(Type::small_body).in(selected ? color.on_fill : color.ink);
    if (selected) style.face = text::Face::sans_bold;
    frame.canvas.text(rect, label, style, {.align = Align::center, .middle = true});
    frame.canvas.pop();
    return press.activated();
}

float tag_pill(Frame& frame, Point left_middle, std::string_view label, Pigment pigment,
               bool filled) {
    TextStyle style = frame.theme.type(Type::badge);
    const float width = frame.canvas.text_width(label, style) + 40;
    const float height = style.px + 22;
    const Rect rect{left_middle.x, left_middle.y - height / 2, width, height};
    const Color fill = filled ? pigment.fill : pigment.tint;
    style.color = filled ? frame.theme.color.on_fill : pigment.fill;
    frame.canvas.round(rect, height / 2, fill);
    if (frame.theme.contrast && !filled) {
        frame.canvas.outline(rect, height / 2, 2, frame.theme.color.ink);
    }
    frame.canvas.push_ground(fill);
    frame.canvas.text(rect.moved(0, 1), label, style, {.align = Align::center, .middle = true});
    frame.canvas.pop();
    return width;
}

}  // namespace wenlan::ui
