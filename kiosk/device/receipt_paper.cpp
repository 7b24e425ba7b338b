// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/receipt_paper.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "image/qr.h"

namespace wenlan::device {

namespace {

using Look = model::Receipt::Look;

constexpr std::uint8_t black_from = 110;  // coverage that becomes a dot

// Of 384 dots across; wider paper takes larger ones.
struct Setting {
    text::Face face = text::Face::sans;
    float px = 28;
    float line = 1.35F;
    float after = 4;
    bool centred = false;
    bool framed = false;
};
Setting setting_of(Look look) {
    using text::Face;
    switch (look) {
        case Look::centre:
            return {Face::sans, 24, 1.3F, 10, true, false};
        case Look::title:
            return {Face::serif_bold, 38, 1.25F, 8, false, false};
        case Look::line:
            return {Face::sans, 28, 1.35F, 4, false, false};
        case Look::stamp:
            return {Face::serif_bold, 32, 1.3F, 12, false, true};
        case Look::code:
            return {Face::serif_bold, 58, 1.2F, 6, false, false};
        case Look::caption:
            return {Face::sans, 23, 1.35F, 4, false, false};
        case Look::rule:
            return {Face::sans, 0, 0, 14, false, false};
    }
    return {};
}

// Paper that grows downwards.
class Paper {
public:
    Paper(text::Typesetter& typesetter, int width)
        : typesetter_(typesetter), unit_(static_cast<float>(width) / paper_58_dots) {
        paper_.width = width;
    }

    void print(const model::Receipt::Line& line) {
        const Setting setting = setting_of(line.look);
        if (line.look == Look::rule) return rule(setting);
        text::Style style;
        style.face = setting.face;
        style.px = std::round(setting.px * unit_);
        const float frame = setting.framed ? std::round(10 * unit_) : 0;
        const float room = static_cast<float>(paper_.width) - 2 * frame;
        // A code stays on its line.
        while (line.look == Look::code && style.px > 20 &&
               typesetter_.line(line.words, style).width > room)
            style.px -= 2;
        const text::Paragraph paragraph = typesetter_.paragraph(line.words, style, room);
        const text::Metrics metrics = typesetter_.metrics(style.face, style.px);
        const float height = std::round(style.px * setting.line);
        const int top = y_;
        y_ += static_cast<int>(frame);
        for (const text::Line& words : paragraph.lines) {
            const float x = setting.centred ? (room - words.width) / 2 : frame;
            const float base =
                static_cast<float>(y_) + (height + metrics.ascent - metrics.descent) / 2;
            for (const text::Glyph& glyph : words.glyphs) dots(glyph, style.px, x, base);
            y_ += static_cast<int>(height);
        }
        y_ += static_cast<int>(frame);
        if (setting.framed) box(0, top, static_cast<int>(paragraph.width + 2 * frame), y_ - top);
        y_ += static_cast<int>(setting.after * unit_);
    }

    void code(const image::Mask& modules) {
        if (modules.empty()) return;
        const int dot =
            std::max(3, static_cast<int>(static_cast<float>(paper_.width) * 0.5F) / modules.width);
        const int x = (paper_.width - dot * modules.width) / 2;
        const int y = y_ + 4 * dot;
        for (int row = 0; row < modules.height * dot; ++row) {
            for (int column = 0; column < modules.width * dot; ++column) {
                const int at = row / dot * modules.width + column / dot;
                if (modules.coverage[static_cast<std::size_t>(at)] > 127) set(x + column, y + row);
            }
        }
        y_ = y + modules.height * dot + 4 * dot;
    }

    image::Mask finished() {
        reach(y_);
        return std::move(paper_);
    }

private:
    void reach(int rows) {
        if (rows <= paper_.height) return;
        paper_.height = rows;
        paper_.coverage.resize(static_cast<std::size_t>(rows) *
                               static_cast<std::size_t>(paper_.width));
    }
    void set(int x, int y) {
        if (x < 0 || y < 0 || x >= paper_.width) return;
        reach(y + 1);
        paper_.coverage[static_cast<std::size_t>(y) * static_cast<std::size_t>(paper_.width) +
                        static_cast<std::size_t>(x)] = 255;
    }
    void dots(const text::Glyph& glyph, float px, float x, float base) {
        const auto bitmap = typesetter_.rasterise(glyph.font, glyph.id, px);
        const int left = static_cast<int>(std::round(x + glyph.x)) + bitmap.left;
        const int top = static_cast<int>(std::round(base + glyph.y)) - bitmap.top;
        for (int row = 0; row < bitmap.height; ++row) {
            for (int column = 0; column < bitmap.width; ++column) {
                const auto at = static_cast<std::size_t>(row * bitmap.width + column);
                if (bitmap.coverage[at] >= black_from) set(left + column, top + row);
            }
        }
    }
    void rule(const Setting& setting) {
        y_ += static_cast<int>(8 * unit_);
        const int dash = static_cast<int>(10 * unit_);
        for (int x = 0; x < paper_.width; ++x) {
            if (x / dash % 2 != 0) continue;
            set(x, y_);
            set(x, y_ + 1);
        }
        y_ += static_cast<int>(setting.after * unit_);
    }
    void box(int x, int y, int width, int height) {
        constexpr int thick = 3;
        for (int i = 0; i < thick; ++i) {
            for (int column = 0; column < width; ++column) {
                set(x + column, y + i);
                set(x + column, y + height - 1 - i);
            }
            for (int row = 0; row < height; ++row) {
                set(x + i, y + row);
                set(x + width - 1 - i, y + row);
            }
        }
    }

    text::Typesetter& typesetter_;
    float unit_;
    image::Mask paper_;
    int y_ = 0;
};

}  // namespace

image::Mask draw_receipt(const model::Receipt& receipt, text::Typesetter& typesetter,
                         int width_dots) {
    Paper paper(typesetter, width_dots);
    for (const model::Receipt::Line& line : receipt.lines) paper.print(line);
    if (!receipt.qr.empty()) {
        if (const auto modules = image::qr_modules(receipt.qr)) paper.code(modules.value());
    }
    return paper.finished();
}

image::Pixels as_picture(const image::Mask& paper) {
    image::Pixels picture;
    picture.width = paper.width;
    picture.height = paper.height;
    picture.rgba.reserve(paper.coverage.size() * 4);
    for (const std::uint8_t dot : paper.coverage) {
        const auto light = static_cast<std::uint8_t>(255 - dot);
        picture.rgba.insert(picture.rgba.end(), {light, light, light, 255});
    }
    return picture;
}

}  // namespace wenlan::device
