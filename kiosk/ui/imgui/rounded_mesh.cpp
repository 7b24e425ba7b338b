// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imgui/rounded_mesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace wenlan::ui {

namespace {

// Half of what smooths an edge: from full to nothing over one pixel.
constexpr float fringe_px = 0.5F;

struct Corner {
    ImDrawFlags flag;
    float turn;  // where its arc begins, in quarter turns from the right, clockwise on the screen
};
constexpr std::array<Corner, 4> all_corners{{{ImDrawFlags_RoundCornersBottomRight, 0},
                                             {ImDrawFlags_RoundCornersBottomLeft, 1},
                                             {ImDrawFlags_RoundCornersTopLeft, 2},
                                             {ImDrawFlags_RoundCornersTopRight, 3}}};

// ImGui's limit: two round corners on one side leave a pixel between them.
float limited(const RoundedMesh& mesh) {
    const auto whole = [&](ImDrawFlags side) { return (mesh.corners & side) == side; };
    const bool across = whole(ImDrawFlags_RoundCornersTop) || whole(ImDrawFlags_RoundCornersBottom);
    const bool along = whole(ImDrawFlags_RoundCornersLeft) || whole(ImDrawFlags_RoundCornersRight);
    const float width = (mesh.high.x - mesh.low.x) * (across ? 0.5F : 1.0F) - 1;
    const float height = (mesh.high.y - mesh.low.y) * (along ? 0.5F : 1.0F) - 1;
    return std::min({mesh.radius, width, height});
}

// So many that no chord is further than a fifth of a pixel from the arc.
int segments_of_quarter(float radius) {
    constexpr float error_px = 0.2F;
    const float half_angle = std::acos(1 - std::min(error_px / radius, 1.0F));
    return std::clamp(static_cast<int>(std::ceil(std::numbers::pi_v<float> / 4 / half_angle)), 2,
                      24);
}

// What is seen of a texture.
struct Part {
    ImVec2 low, high;
};

// Puts vertices and triangles into space that was reserved.
class Writer {
public:
    Writer(ImDrawList& list, const RoundedMesh& mesh, std::uint32_t color, Part texture)
        : list_(list), mesh_(mesh), color_(color), texture_(texture) {}

    void rectangle(float left, float top, float right, float bottom) {
        list_.PrimReserve(6, 4);
        const unsigned first = list_._VtxCurrentIdx;
        for (const ImVec2 at :
             {ImVec2(left, top), ImVec2(right, top), ImVec2(right, bottom), ImVec2(left, bottom)}) {
            vertex(at, color_);
        }
        triangle(first, first + 1, first + 2);
        triangle(first, first + 2, first + 3);
    }

    void corner(ImVec2 center, float radius, float first_turn) {
        const int segments = segments_of_quarter(radius);
        list_.PrimReserve(segments * 9, segments * 2 + 3);
        const unsigned middle = list_._VtxCurrentIdx;
        vertex(center, color_);
        for (int segment = 0; segment <= segments; ++segment) {
            const float turn =
                first_turn + static_cast<float>(segment) / static_cast<float>(segments);
            const float angle = turn * std::numbers::pi_v<float> / 2;
            const ImVec2 way(std::cos(angle), std::sin(angle));
            vertex(along(center, way, radius - fringe_px), color_);
            vertex(along(center, way, radius + fringe_px), color_ & ~IM_COL32_A_MASK);
        }
        for (unsigned inner = middle + 1; inner < middle + 1 + static_cast<unsigned>(segments) * 2;
             inner += 2) {
            triangle(middle, inner, inner + 2);
            triangle(inner, inner + 1, inner + 3);
            triangle(inner, inner + 3, inner + 2);
        }
    }

private:
    static ImVec2 along(ImVec2 from, ImVec2 way, float distance) {
        return {from.x + way.x * distance, from.y + way.y * distance};
    }

    void vertex(ImVec2 at, std::uint32_t color) {
        const float across = (at.x - mesh_.low.x) / (mesh_.high.x - mesh_.low.x);
        const float down = (at.y - mesh_.low.y) / (mesh_.high.y - mesh_.low.y);
        const ImVec2 uv(texture_.low.x + (texture_.high.x - texture_.low.x) * across,
                        texture_.low.y + (texture_.high.y - texture_.low.y) * down);
        list_.PrimWriteVtx(at, uv, color);
    }

    void triangle(unsigned a, unsigned b, unsigned c) {
        for (const unsigned index : {a, b, c}) list_.PrimWriteIdx(static_cast<ImDrawIdx>(index));
    }

    ImDrawList& list_;
    const RoundedMesh& mesh_;
    std::uint32_t color_;
    Part texture_;
};

void write(ImDrawList& list, const RoundedMesh& mesh, std::uint32_t color, Part texture) {
    if (mesh.high.x <= mesh.low.x || mesh.high.y <= mesh.low.y) return;
    Writer writer(list, mesh, color, texture);
    const float radius = limited(mesh);
    if (radius < fringe_px || (mesh.corners & ImDrawFlags_RoundCornersAll) == 0) {
        writer.rectangle(mesh.low.x, mesh.low.y, mesh.high.x, mesh.high.y);
        return;
    }
    const auto room = [&](ImDrawFlags corners) {
        return (mesh.corners & corners & ImDrawFlags_RoundCornersAll) != 0 ? radius : 0;
    };
    const float top = mesh.low.y + room(ImDrawFlags_RoundCornersTop);
    const float bottom = mesh.high.y - room(ImDrawFlags_RoundCornersBottom);
    if (top > mesh.low.y) {
        writer.rectangle(mesh.low.x + room(ImDrawFlags_RoundCornersTopLeft), mesh.low.y,
                         mesh.high.x - room(ImDrawFlags_RoundCornersTopRight), top);
    }
    writer.rectangle(mesh.low.x, top, mesh.high.x, bottom);
    if (bottom < mesh.high.y) {
        writer.rectangle(mesh.low.x + room(ImDrawFlags_RoundCornersBottomLeft), bottom,
                         mesh.high.x - room(ImDrawFlags_RoundCornersBottomRight), mesh.high.y);
    }
    for (const Corner& corner : all_corners) {
        if ((mesh.corners & corner.flag) == 0) continue;
        const bool right = corner.turn == 0 || corner.turn == 3;
        const bool lower = corner.turn < 2;
        writer.corner({right ? mesh.high.x - radius : mesh.low.x + radius,
                       lower ? mesh.high.y - radius : mesh.low.y + radius},
                      radius, corner.turn);
    }
}

}  // namespace

void RoundedMesh::fill(ImDrawList& list, std::uint32_t color) const {
    if ((color & IM_COL32_A_MASK) == 0) return;
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    write(list, *this, color, {white, white});
}

void RoundedMesh::picture(ImDrawList& list, ImTextureID texture, ImVec2 uv_low, ImVec2 uv_high,
                          std::uint32_t color) const {
    if ((color & IM_COL32_A_MASK) == 0) return;
    list.PushTextureID(texture);
    write(list, *this, color, {uv_low, uv_high});
    list.PopTextureID();
}

}  // namespace wenlan::ui
