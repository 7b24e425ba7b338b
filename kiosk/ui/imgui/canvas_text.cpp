// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <imgui.h>

#include "ui/imgui/canvas.h"

namespace wenlan::ui {

namespace {

// WCAG 1.4.3: large is 24 px, or 18.7 px bold, at a reading distance of 50 cm; tokens.md reads the
// screen from farther away and takes 40 px, or 32 px bold.
bool is_large(const TextStyle& style) {
    const bool bold = style.face == text::Face::sans_bold || style.face == text::Face::serif_bold;
    return style.px >= (bold ? 32 : 40);
}

}  // namespace

text::Style Canvas::device_style(const TextStyle& style) const {
    text::Style device;
    device.face = style.face;
    device.px = style.px * scale_;
    device.tracking = style.tracking * scale_;
    return device;
}

void Canvas::glyphs(const text::Line& line, const text::Style& style, Point pen,
                    std::uint32_t color, std::size_t second_from, std::uint32_t second_color) {
    for (const text::Glyph& glyph : line.glyphs) {
        const gfx::MaskImage mask = graphics_.glyph(glyph.font, glyph.id, style.px);
        if (mask.texture == 0) continue;
        const float x = std::round(pen.x + glyph.x * state_.scale) +
                        static_cast<float>(mask.left) * state_.scale;
        const float y = std::round(pen.y + glyph.y * state_.scale) -
                        static_cast<float>(mask.top) * state_.scale;
        mask_quad(mask, x, y, x + static_cast<float>(mask.width) * state_.scale,
                  y + static_cast<float>(mask.height) * state_.scale,
                  glyph.byte >= second_from ? second_color : color);
    }
}

TextExtent Canvas::text(Rect box, std::string_view content, const TextStyle& wanted,
                        const TextOptions& options) {
    if (content.empty()) return {};
    TextStyle style = wanted;
    if (!options.step_down.empty() && text_width(content, style) > box.w) {
        style.px = fitting_px(content, style, box.w, options.step_down);
    }
    const text::Style device = device_style(style);
    const text::Paragraph& paragraph =
        typesetter_.paragraph(content, device, box.w * scale_ + 0.5F, options.lines_max);
    const text::Metrics metrics = typesetter_.metrics(style.face, device.px);
    const float line_height = style.height();
    const float total = line_height * static_cast<float>(paragraph.lines.size());
    const float top = options.middle ? box.y + (box.h - total) / 2 : box.y;
    const float leading = (line_height * scale_ - metrics.ascent - metrics.descent) / 2;
    const std::uint32_t color = packed(style.color);
    TextExtent extent{0, total, static_cast<int>(paragraph.lines.size())};
    float line_top = top;
    for (const text::Line& line : paragraph.lines) {
        const float width = line.width / scale_ - style.tracking;
        float x = box.x;
        if (options.align == Align::center) x = box.x + (box.w - width) / 2;
        if (options.align == Align::right) x = box.right() - width;
        const float baseline = py(line_top) + (leading + metrics.ascent) * state_.scale;
        glyphs(line, device, {px(x), std::round(baseline)}, color, options.second_from,
               packed(options.second_color));
        extent.width = std::max(extent.width, width);
        line_top += line_height;
    }
    if (!options.silent) {
        // The characters' own height, without the leading above the first and below the last line.
        const float trim = std::max(0.0F, (line_height - style.px) / 2);
        Rect ink{box.x, top + trim, extent.width, total - 2 * trim};
        if (options.align == Align::center) ink.x = box.x + (box.w - extent.width) / 2;
        if (options.align == Align::right) ink.x = box.right() - extent.width;
        const bool wide = extent.width > box.w + 1.5F || (options.whole && paragraph.truncated);
        const bool tall = box.h > 0 && options.lines_max != 1 && total > box.h + 1.5F;
        register_text(content, ink, style, wide ? 1.0F : 0.0F, tall ? 1.0F : 0.0F);
    }
    return extent;
}

void Canvas::register_text(std::string_view content, Rect ink, const TextStyle& style,
                           float over_width, float over_height) {
    const std::size_t index = element(Role::text, content, ink);
    Element& added = semantics_.elements[index];
    added.contrast = contrast(style.color, state_.ground);
    added.large = is_large(style);
    added.clipped = over_width > 0 || over_height > 0;
}

TextExtent Canvas::vertical_text(Point top_center, std::string_view content,
                                 const TextStyle& style) {
    text::Style device = device_style(style);
    device.vertical = true;
    const text::Line& line = typesetter_.line(content, device);
    glyphs(line, device, {px(top_center.x), py(top_center.y)}, packed(style.color),
           std::string_view::npos, 0);
    const float length_px = line.width / scale_;
    register_text(content, {top_center.x - style.px / 2, top_center.y, style.px, length_px}, style,
                  0, 0);
    return {style.px, length_px, 1};
}

TextExtent Canvas::measure(std::string_view content, const TextStyle& style, float width_max,
                           int lines_max) {
    if (content.empty()) return {};
    const text::Paragraph& paragraph =
        typesetter_.paragraph(content, device_style(style), width_max * scale_ + 0.5F, lines_max);
    const int lines = static_cast<int>(paragraph.lines.size());
    return {paragraph.width / scale_, style.height() * static_cast<float>(lines), lines};
}

float Canvas::text_width(std::string_view content, const TextStyle& style) {
    if (content.empty()) return 0;
    return typesetter_.line(content, device_style(style)).width / scale_ - style.tracking;
}

float Canvas::fitting_px(std::string_view content, const TextStyle& style, float width,
                         std::span<const float> sizes_px) {
    for (const float size : sizes_px) {
        if (text_width(content, style.sized(size)) <= width) return size;
    }
    return sizes_px.empty() ? style.px : sizes_px.back();
}

}  // namespace wenlan::ui
