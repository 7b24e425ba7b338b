// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cmath>
#include <imgui.h>
#include <numbers>

#include "ui/imgui/canvas.h"
#include "ui/imgui/rounding.h"

namespace wenlan::ui {

namespace {

constexpr float pi = std::numbers::pi_v<float>;

}  // namespace

void Canvas::fill(Rect rect, Color color) {
    list_.AddRectFilled({std::round(px(rect.x)), std::round(py(rect.y))},
                        {std::round(px(rect.right())), std::round(py(rect.bottom()))},
                        packed(color));
}

void Canvas::round(Rect rect, float radius, Color color, Corners corners) {
    list_.AddRectFilled({std::round(px(rect.x)), std::round(py(rect.y))},
                        {std::round(px(rect.right())), std::round(py(rect.bottom()))},
                        packed(color), length(radius), rounding_flags(corners));
}

void Canvas::outline(Rect rect, float radius, float thickness, Color color) {
    // The stroke lies inside the rectangle, as a CSS border does.
    const float half = length(thickness) / 2;
    list_.AddRect({std::round(px(rect.x)) + half, std::round(py(rect.y)) + half},
                  {std::round(px(rect.right())) - half, std::round(py(rect.bottom())) - half},
                  packed(color), std::max(0.0F, length(radius) - half), ImDrawFlags_RoundCornersAll,
                  length(thickness));
}

void Canvas::gradient(Rect rect, std::span<const GradientStop> stops) {
    for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
        const float top = py(rect.y + rect.h * stops[i].at);
        const float bottom = py(rect.y + rect.h * stops[i + 1].at);
        const std::uint32_t from = packed(stops[i].color);
        const std::uint32_t to = packed(stops[i + 1].color);
        list_.AddRectFilledMultiColor({px(rect.x), std::round(top)},
                                      {px(rect.right()), std::round(bottom)}, from, from, to, to);
    }
}

void Canvas::line(Point from, Point to, float thickness, Color color) {
    if (from.y == to.y || from.x == to.x) {
        // Hairlines stay whole pixels.
        const float width = std::max(1.0F, std::round(length(thickness)));
        const float x0 = std::round(px(from.x));
        const float y0 = std::round(py(from.y));
        const bool level = from.y == to.y;
        list_.AddRectFilled({x0, y0},
                            level ? ImVec2{std::round(px(to.x)), y0 + width}
                                  : ImVec2{x0 + width, std::round(py(to.y))},
                            packed(color));
        return;
    }
    list_.AddLine({px(from.x), py(from.y)}, {px(to.x), py(to.y)}, packed(color), length(thickness));
}

void Canvas::polyline(std::span<const Point> points, float thickness, Color color) {
    for (const Point point : points) list_.PathLineTo({px(point.x), py(point.y)});
    list_.PathStroke(packed(color), 0, length(thickness));
}

void Canvas::polygon(std::span<const Point> convex_points, Color color) {
    for (const Point point : convex_points) list_.PathLineTo({px(point.x), py(point.y)});
    list_.PathFillConvex(packed(color));
}

void Canvas::disc(Point center, float radius, Color color) {
    list_.AddCircleFilled({px(center.x), py(center.y)}, length(radius), packed(color));
}

void Canvas::circle(Point center, float radius, float thickness, Color color) {
    list_.AddCircle({px(center.x), py(center.y)}, length(radius), packed(color), 0,
                    length(thickness));
}

void Canvas::arc(Point center, float radius, float thickness, float from_turn, float to_turn,
                 Color color) {
    if (to_turn <= from_turn) return;
    const ImVec2 middle{px(center.x), py(center.y)};
    const float from = from_turn * 2 * pi - pi / 2;
    const float to = to_turn * 2 * pi - pi / 2;
    list_.PathArcTo(middle, length(radius), from, to, 96);
    list_.PathStroke(packed(color), 0, length(thickness));
    for (const float angle : {from, to}) {
        list_.AddCircleFilled({middle.x + std::cos(angle) * length(radius),
                               middle.y + std::sin(angle) * length(radius)},
                              length(thickness) / 2, packed(color));
    }
}

void Canvas::mask_quad(const gfx::MaskImage& mask, float x0, float y0, float x1, float y1,
                       std::uint32_t color) {
    if (mask.texture == 0 || x1 <= x0 || y1 <= y0) return;
    list_.AddImage((ImTextureID)mask.texture, {x0, y0}, {x1, y1}, {mask.uv.u0, mask.uv.v0},
                   {mask.uv.u1, mask.uv.v1}, color);
}

void Canvas::nine_slice(const gfx::MaskImage& mask, Rect outer, float corner, std::uint32_t color,
                        bool hollow) {
    if (mask.texture == 0) return;
    const float c = std::min({corner, outer.w / 2, outer.h / 2});
    const float u_corner = (mask.uv.u1 - mask.uv.u0) * corner / static_cast<float>(mask.width);
    const float v_corner = (mask.uv.v1 - mask.uv.v0) * corner / static_cast<float>(mask.height);
    const std::array<float, 4> xs{outer.x, outer.x + c, outer.right() - c, outer.right()};
    const std::array<float, 4> ys{outer.y, outer.y + c, outer.bottom() - c, outer.bottom()};
    const float part = c / corner;
    const std::array<float, 4> us{mask.uv.u0, mask.uv.u0 + u_corner * part,
                                  mask.uv.u1 - u_corner * part, mask.uv.u1};
    const std::array<float, 4> vs{mask.uv.v0, mask.uv.v0 + v_corner * part,
                                  mask.uv.v1 - v_corner * part, mask.uv.v1};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            if (hollow && row == 1 && column == 1) continue;
            const gfx::Uv uv{us[column], vs[row], us[column + 1], vs[row + 1]};
            if (xs[column + 1] <= xs[column] || ys[row + 1] <= ys[row]) continue;
            list_.AddImage((ImTextureID)mask.texture, {xs[column], ys[row]},
                           {xs[column + 1], ys[row + 1]}, {uv.u0, uv.v0}, {uv.u1, uv.v1}, color);
        }
    }
}

// tokens.md section 5: alpha * smoothstep(r, -r, distance to the rounded box), r = blur / 2.
void Canvas::shadow_layer(Rect rect, float radius, float dy, float blur, Color color) {
    const float reach = std::ceil(length(blur) / 2);
    const float round_px = std::min(length(radius), std::min(length(rect.w), length(rect.h)) / 2);
    const float corner = reach + std::ceil(std::max(round_px, reach)) + 1;
    const int side = static_cast<int>(corner) * 2 + 1;
    const std::uint64_t key = 0x5AAD000000000000ULL |
                              static_cast<std::uint64_t>(std::lround(round_px * 4)) << 20 |
                              static_cast<std::uint64_t>(std::lround(reach * 4));
    const gfx::MaskImage mask = graphics_.mask(key, [&] {
        image::Mask made{side, side,
                         std::vector<std::uint8_t>(static_cast<std::size_t>(side * side))};
        const float half = static_cast<float>(side) / 2;
        const float box = half - reach;
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                const float qx = std::abs(static_cast<float>(x) + 0.5F - half) - box + round_px;
                const float qy = std::abs(static_cast<float>(y) + 0.5F - half) - box + round_px;
                const float distance = std::hypot(std::max(qx, 0.0F), std::max(qy, 0.0F)) +
                                       std::min(std::max(qx, qy), 0.0F) - round_px;
                const float t = std::clamp((reach - distance) / (2 * reach), 0.0F, 1.0F);
                made.coverage[static_cast<std::size_t>(y * side + x)] =
                    static_cast<std::uint8_t>(std::lround(t * t * (3 - 2 * t) * 255));
            }
        }
        return made;
    });
    const Rect outer{std::round(px(rect.x)) - reach, std::round(py(rect.y + dy)) - reach,
                     length(rect.w) + 2 * reach, length(rect.h) + 2 * reach};
    nine_slice(mask, outer, corner, packed(color), true);
}

void Canvas::shadow(Rect rect, float radius, Shadow level) {
    if (theme_.contrast) return;
    const Color warm{60.0F / 255, 48.0F / 255, 30.0F / 255};
    const Color deep{50.0F / 255, 40.0F / 255, 26.0F / 255};
    switch (level) {
        case Shadow::card:
            shadow_layer(rect, radius, 2, 6, warm.with_alpha(0.06F));
            shadow_layer(rect, radius, 10, 28, warm.with_alpha(0.08F));
            break;
        case Shadow::poster:
            shadow_layer(rect, radius, 6, 16, deep.with_alpha(0.10F));
            shadow_layer(rect, radius, 26, 64, deep.with_alpha(0.16F));
            break;
        case Shadow::sheet:
            shadow_layer(rect, radius, -20, 70, deep.with_alpha(0.22F));
            break;
        case Shadow::action:
            shadow_layer(rect, radius, 12, 30, theme_.color.action.with_alpha(0.30F));
            break;
    }
}

void Canvas::haze(Rect rect, Color color) {
    constexpr int side = 256;
    const gfx::MaskImage mask = graphics_.mask(0x4A2E, [] {
        image::Mask made{side, side, std::vector<std::uint8_t>(side * side)};
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                const float dx = (static_cast<float>(x) + 0.5F) / (side / 2.0F) - 1;
                const float dy = (static_cast<float>(y) + 0.5F) / (side / 2.0F) - 1;
                const float t = std::clamp(1 - std::hypot(dx, dy), 0.0F, 1.0F);
                made.coverage[static_cast<std::size_t>(y * side + x)] =
                    static_cast<std::uint8_t>(std::lround(t * t * (3 - 2 * t) * 255));
            }
        }
        return made;
    });
    mask_quad(mask, px(rect.x), py(rect.y), px(rect.right()), py(rect.bottom()), packed(color));
}

}  // namespace wenlan::ui
