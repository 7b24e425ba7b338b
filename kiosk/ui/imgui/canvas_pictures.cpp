// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <imgui.h>
#include <string>

#include "image/qr.h"
#include "ui/hash.h"
#include "ui/imgui/canvas.h"
#include "ui/imgui/rounded_mesh.h"
#include "ui/imgui/rounding.h"

namespace wenlan::ui {

// The size does not follow a press or a slide, so that no picture is cut twice.
gfx::Picture Canvas::picture_of(const domain::Poster& poster, Rect rect) const {
    gfx::Picture picture;
    picture.name = poster.name;
    picture.size = {static_cast<int>(std::lround(rect.w * scale_)),
                    static_cast<int>(std::lround(rect.h * scale_))};
    picture.focus_x = poster.focus_x;
    picture.focus_y = poster.focus_y;
    return picture;
}

Rect Canvas::in_frame(Rect rect) const {
    return {px(rect.x) / scale_, py(rect.y) / scale_, length(rect.w) / scale_,
            length(rect.h) / scale_};
}

void Canvas::picture(Rect rect, float radius, const domain::Poster& poster, Corners corners) {
    if (grow(rect, radius, poster)) return;
    last_picture_ = PlacedPicture{poster, in_frame(rect), rect};
    const ImVec2 from{std::round(px(rect.x)), std::round(py(rect.y))};
    const ImVec2 to{std::round(px(rect.right())), std::round(py(rect.bottom()))};
    const gfx::Texture texture = graphics_.picture(picture_of(poster, rect));
    if (texture == 0) {
        round(rect, radius, theme_.color.sunk, corners);
        return;
    }
    RoundedMesh{from, to, length(radius), rounding_flags(corners)}.picture(
        list_, (ImTextureID)texture, {0, 0}, {1, 1}, packed(Color::hex(0xFFFFFF)));
}

void Canvas::grow_from(const PlacedPicture& from, float t) { growth_ = Growth{from, t, false}; }

// True if this is the picture that grows: it was drawn where it is now, not faded with its page.
bool Canvas::grow(Rect rect, float radius, const domain::Poster& poster) {
    constexpr float large = 400;
    if (!growth_ || growth_->seen || rect.w < large || poster.name != growth_->from.poster.name) {
        return false;
    }
    growth_->seen = true;
    const Rect from = growth_->from.rect;
    const Rect to = in_frame(rect);
    const auto between = [this](float a, float b) { return a + (b - a) * growth_->t; };
    const Rect now{between(from.x, to.x), between(from.y, to.y), between(from.w, to.w),
                   between(from.h, to.h)};
    // The small cut stands in until the large one is there.
    Rect cut = rect;
    gfx::Texture texture = graphics_.picture(picture_of(poster, rect));
    if (texture == 0) {
        cut = growth_->from.cut;
        texture = graphics_.picture(picture_of(growth_->from.poster, cut));
    }
    if (texture == 0) return false;
    // Of the cut as much as has the shape of its place.
    const float shape = (now.w / now.h) / (cut.w / cut.h);
    const float u = shape < 1 ? (1 - shape) / 2 : 0;
    const float v = shape > 1 ? (1 - 1 / shape) / 2 : 0;
    list_.AddImageRounded((ImTextureID)texture, {now.x * scale_, now.y * scale_},
                          {now.right() * scale_, now.bottom() * scale_}, {u, v}, {1 - u, 1 - v},
                          IM_COL32_WHITE, length(radius), ImDrawFlags_RoundCornersAll);
    return true;
}

void Canvas::scrim(Rect rect, float radius, Color color, std::span<const GradientStop> alphas) {
    constexpr int rows = 128;
    std::uint64_t key = 0x5C21000000000000ULL;
    for (const GradientStop& stop : alphas) {
        key = key * 1099511628211ULL + static_cast<std::uint64_t>(stop.at * 1000) * 1009 +
              static_cast<std::uint64_t>(stop.color.a * 1000);
    }
    const gfx::MaskImage mask = graphics_.mask(key, [&] {
        image::Mask made{4, rows, std::vector<std::uint8_t>(4 * rows)};
        for (int y = 0; y < rows; ++y) {
            const float at = static_cast<float>(y) / (rows - 1);
            float alpha = alphas.front().color.a;
            for (std::size_t i = 0; i + 1 < alphas.size(); ++i) {
                if (at < alphas[i].at) break;
                const float span = std::max(0.0001F, alphas[i + 1].at - alphas[i].at);
                const float t = std::min(1.0F, (at - alphas[i].at) / span);
                alpha = alphas[i].color.a + (alphas[i + 1].color.a - alphas[i].color.a) * t;
            }
            for (int x = 0; x < 4; ++x) {
                made.coverage[static_cast<std::size_t>(y * 4 + x)] =
                    static_cast<std::uint8_t>(std::lround(alpha * 255));
            }
        }
        return made;
    });
    if (mask.texture == 0) return;
    const float u = (mask.uv.u0 + mask.uv.u1) / 2;
    const float half_row = (mask.uv.v1 - mask.uv.v0) / rows / 2;
    const RoundedMesh mesh{{std::round(px(rect.x)), std::round(py(rect.y))},
                           {std::round(px(rect.right())), std::round(py(rect.bottom()))},
                           length(radius)};
    mesh.picture(list_, (ImTextureID)mask.texture, {u, mask.uv.v0 + half_row},
                 {u, mask.uv.v1 - half_row}, packed(color));
}

void Canvas::texture(Rect rect, gfx::Texture texture, float alpha) {
    if (texture == 0 || alpha <= 0) return;
    list_.AddImage((ImTextureID)texture, {std::round(px(rect.x)), std::round(py(rect.y))},
                   {std::round(px(rect.right())), std::round(py(rect.bottom()))}, {0, 0}, {1, 1},
                   packed({1, 1, 1, alpha}));
}

gfx::Painting Canvas::sized(gfx::Painting painting, Rect rect) const {
    painting.size = {static_cast<int>(std::lround(rect.w * scale_)),
                     static_cast<int>(std::lround(rect.h * scale_))};
    painting.dusk = theme_.dusk ? 1 : 0;
    return painting;
}

void Canvas::painting(Rect rect, gfx::Painting painting) { painting_at(rect, rect, painting); }

void Canvas::painting_at(Rect shown, Rect rect, gfx::Painting painting) {
    texture(shown, graphics_.painting(sized(painting, rect)), 1);
}

void Canvas::live_painting(Rect rect, gfx::Painting painting, double time_s) {
    const gfx::Graphics::LivePainting live = graphics_.live_painting(sized(painting, rect), time_s);
    texture(rect, live.from, 1);
    if (live.to != 0) texture(rect, live.to, live.fade);
}

void Canvas::qr(Rect rect, const std::string& url, Color dark) {
    // Encoded when it is first drawn; later frames find its size in the atlas.
    const std::uint64_t key = hash_of(url);
    const auto encoded = [&url] {
        base::Result<image::Mask> modules = image::qr_modules(url);
        return modules.ok() ? std::move(modules).value() : image::Mask{};
    };
    const int count = graphics_.mask(key, encoded).width;
    if (count == 0) return;
    // Whole pixels for each module, centred: a scanner wants even edges.
    const int side = static_cast<int>(length(std::min(rect.w, rect.h)));
    const int module = std::max(1, side / count);
    const int drawn = module * count;
    if (drawn > 512) {
        const image::Mask modules = encoded();
        const int left = static_cast<int>(px(rect.center().x)) - drawn / 2;
        const int top = static_cast<int>(py(rect.center().y)) - drawn / 2;
        for (int y = 0; y < count; ++y) {
            for (int x = 0; x < count; ++x) {
                if (modules.coverage[static_cast<std::size_t>(y * count + x)] == 0) continue;
                list_.AddRectFilled(
                    {static_cast<float>(left + x * module), static_cast<float>(top + y * module)},
                    {static_cast<float>(left + (x + 1) * module),
                     static_cast<float>(top + (y + 1) * module)},
                    packed(dark));
            }
        }
        return;
    }
    const gfx::MaskImage mask = graphics_.mask(key ^ static_cast<std::uint64_t>(module), [&] {
        const image::Mask modules = encoded();
        image::Mask made{drawn, drawn,
                         std::vector<std::uint8_t>(static_cast<std::size_t>(drawn * drawn))};
        for (int y = 0; y < drawn; ++y) {
            for (int x = 0; x < drawn; ++x) {
                made.coverage[static_cast<std::size_t>(y * drawn + x)] =
                    modules.coverage[static_cast<std::size_t>(y / module * count + x / module)];
            }
        }
        return made;
    });
    const float x0 = std::round(px(rect.center().x) - static_cast<float>(drawn) / 2);
    const float y0 = std::round(py(rect.center().y) - static_cast<float>(drawn) / 2);
    mask_quad(mask, x0, y0, x0 + static_cast<float>(drawn), y0 + static_cast<float>(drawn),
              packed(dark));
}

void Canvas::icon(Point center, float size, std::string_view name, Color color) {
    const int side = static_cast<int>(std::lround(size * scale_));
    const gfx::MaskImage mask = graphics_.icon(std::string(name), side, theme_.contrast);
    const float drawn = static_cast<float>(side) * state_.scale;
    const float x0 = std::round(px(center.x) - drawn / 2);
    const float y0 = std::round(py(center.y) - drawn / 2);
    mask_quad(mask, x0, y0, x0 + drawn, y0 + drawn, packed(color));
}

}  // namespace wenlan::ui
