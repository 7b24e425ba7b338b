// SPDX-License-Identifier: GPL-3.0-or-later
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <numbers>
#include <span>
#include <vector>

#include "ui/imgui/canvas.h"
#include "ui/imgui/rounded_mesh.h"
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
    const RoundedMesh mesh{{std::round(px(rect.x)), std::round(py(rect.y))},
                           {std::round(px(rect.right())), std::round(py(rect.bottom()))},
                           length(radius),
                           rounding_flags(corners)};
    mesh.fill(list_, packed(color));
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

// tokens.md section 5: alpha * smoothstep(r, -r, distance to the rounded box), r = blur / 2. The
// layers of one shadow have one colour and are one mask: what is drawn once costs half.
struct Canvas::ShadowLayer {
    float dy = 0, blur = 0, alpha = 0;
};

namespace {

// The mask's corners: around the box, and as far into it as it is not the same all along an edge.
struct ShadowCorners {
    float side = 0, top = 0, bottom = 0;              // px
    float out_side = 0, out_top = 0, out_bottom = 0;  // of them, outside the box
};

struct DeviceLayer {
    float dy = 0, reach = 0, alpha = 0;
};

ShadowCorners corners_of(std::span<const DeviceLayer> layers, float round_px) {
    ShadowCorners corners;
    float in = 0;
    for (const DeviceLayer& layer : layers) {
        corners.out_side = std::max(corners.out_side, layer.reach);
        corners.out_top = std::max(corners.out_top, layer.reach - layer.dy);
        corners.out_bottom = std::max(corners.out_bottom, layer.reach + layer.dy);
        in = std::max(in, std::ceil(std::max(round_px, layer.reach)) + std::abs(layer.dy));
    }
    corners.side = corners.out_side + in + 1;
    corners.top = corners.out_top + in + 1;
    corners.bottom = corners.out_bottom + in + 1;
    return corners;
}

float opacity_of(std::span<const DeviceLayer> layers) {
    float left = 1;
    for (const DeviceLayer& layer : layers) left *= 1 - layer.alpha;
    return 1 - left;
}

image::Mask shadow_mask(std::span<const DeviceLayer> layers, float round_px,
                        const ShadowCorners& corners) {
    const int width = static_cast<int>(corners.side) * 2 + 1;
    const int height = static_cast<int>(corners.top + corners.bottom) + 1;
    image::Mask made{width, height,
                     std::vector<std::uint8_t>(static_cast<std::size_t>(width * height))};
    const float half_width = static_cast<float>(width) / 2 - corners.out_side;
    const float half_height =
        (static_cast<float>(height) - corners.out_top - corners.out_bottom) / 2;
    const float middle = corners.out_top + half_height;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            float left = 1;
            for (const DeviceLayer& layer : layers) {
                const float qx =
                    std::abs(static_cast<float>(x) + 0.5F - static_cast<float>(width) / 2) -
                    half_width + round_px;
                const float qy = std::abs(static_cast<float>(y) + 0.5F - middle - layer.dy) -
                                 half_height + round_px;
                const float distance = std::hypot(std::max(qx, 0.0F), std::max(qy, 0.0F)) +
                                       std::min(std::max(qx, qy), 0.0F) - round_px;
                const float t =
                    std::clamp((layer.reach - distance) / (2 * layer.reach), 0.0F, 1.0F);
                left *= 1 - layer.alpha * t * t * (3 - 2 * t);
            }
            made.coverage[static_cast<std::size_t>(y * width + x)] =
                static_cast<std::uint8_t>(std::lround((1 - left) / opacity_of(layers) * 255));
        }
    }
    return made;
}

}  // namespace

// The middle is hollow: what casts the shadow lies there.
void Canvas::shadow_layers(Rect rect, float radius, Color color,
                           std::span<const ShadowLayer> layers) {
    std::vector<DeviceLayer> device;
    const float round_px = std::min(length(radius), std::min(length(rect.w), length(rect.h)) / 2);
    std::uint64_t key =
        0x5AAD000000000000ULL | static_cast<std::uint64_t>(std::lround(round_px * 4));
    for (const ShadowLayer& layer : layers) {
        device.push_back(
            {std::round(length(layer.dy)), std::ceil(length(layer.blur) / 2), layer.alpha});
        // Layers of one theme have their own blur each.
        key = key * 131 + static_cast<std::uint64_t>(device.back().reach) * 4096 +
              static_cast<std::uint64_t>(device.back().dy + 512);
    }
    const ShadowCorners corners = corners_of(device, round_px);
    const gfx::MaskImage mask =
        graphics_.mask(key, [&] { return shadow_mask(device, round_px, corners); });
    if (mask.texture == 0) return;
    const float left = std::round(px(rect.x)) - corners.out_side;
    const float top = std::round(py(rect.y)) - corners.out_top;
    const float right = left + length(rect.w) + 2 * corners.out_side;
    const float bottom = top + length(rect.h) + corners.out_top + corners.out_bottom;
    const float side = std::min(corners.side, (right - left) / 2);
    const float above = std::min(corners.top, (bottom - top) / 2);
    const float below = std::min(corners.bottom, (bottom - top) / 2);
    const float u_px = (mask.uv.u1 - mask.uv.u0) / static_cast<float>(mask.width);
    const float v_px = (mask.uv.v1 - mask.uv.v0) / static_cast<float>(mask.height);
    const std::array<float, 4> xs{left, left + side, right - side, right};
    const std::array<float, 4> ys{top, top + above, bottom - below, bottom};
    const std::array<float, 4> us{mask.uv.u0, mask.uv.u0 + side * u_px, mask.uv.u1 - side * u_px,
                                  mask.uv.u1};
    const std::array<float, 4> vs{mask.uv.v0, mask.uv.v0 + above * v_px, mask.uv.v1 - below * v_px,
                                  mask.uv.v1};
    const std::uint32_t packed_color = packed(color.with_alpha(color.a * opacity_of(device)));
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            if (row == 1 && column == 1) continue;
            if (xs[column + 1] <= xs[column] || ys[row + 1] <= ys[row]) continue;
            list_.AddImage((ImTextureID)mask.texture, {xs[column], ys[row]},
                           {xs[column + 1], ys[row + 1]}, {us[column], vs[row]},
                           {us[column + 1], vs[row + 1]}, packed_color);
        }
    }
}

void Canvas::shadow(Rect rect, float radius, Shadow level) {
    if (theme_.contrast) return;
    const Color warm{60.0F / 255, 48.0F / 255, 30.0F / 255};
    const Color deep{50.0F / 255, 40.0F / 255, 26.0F / 255};
    const auto cast = [&](Color color, std::initializer_list<ShadowLayer> layers) {
        shadow_layers(rect, radius, color, std::span(layers.begin(), layers.size()));
    };
    switch (level) {
        case Shadow::card:
            cast(warm, {{2, 6, 0.06F}, {10, 28, 0.08F}});
            break;
        case Shadow::poster:
            cast(deep, {{6, 16, 0.10F}, {26, 64, 0.16F}});
            break;
        case Shadow::sheet:
            cast(deep, {{-20, 70, 0.22F}});
            break;
        case Shadow::action:
            cast(theme_.color.action, {{12, 30, 0.30F}});
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
