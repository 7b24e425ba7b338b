// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/frame_change.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

#include "gfx/imgui_compat.h"

namespace wenlan::gfx {

namespace {

std::uint64_t mixed(std::uint64_t sum, std::uint64_t word) {
    return std::rotl((sum ^ word) * 0x9E3779B97F4A7C15ULL, 29);
}

std::uint64_t hash_of_vertex(const ImDrawVert& vertex) {
    std::array<std::uint32_t, 5> words{};
    std::memcpy(words.data(), &vertex.pos, sizeof vertex.pos);
    std::memcpy(words.data() + 2, &vertex.uv, sizeof vertex.uv);
    words[4] = vertex.col;
    std::uint64_t sum = 0x243F6A8885A308D3ULL;
    for (const std::uint32_t word : words) sum = mixed(sum, word);
    return sum;
}

PixelRect joined(const PixelRect& left, const PixelRect& right) {
    if (left.empty()) return right;
    if (right.empty()) return left;
    return {std::min(left.left, right.left), std::min(left.top, right.top),
            std::max(left.right, right.right), std::max(left.bottom, right.bottom)};
}

// Far outside the frame all is alike; this also keeps wild coordinates out of integers.
int whole(float value, bool up) {
    constexpr float far_px = 1 << 20;
    if (!(value > -far_px)) return -static_cast<int>(far_px);
    if (value > far_px) return static_cast<int>(far_px);
    return static_cast<int>(up ? std::ceil(value) : std::floor(value));
}

// From vertex positions to pixels of the frame.
struct ToFrame {
    float left, top, scale_x, scale_y;

    ToFrame(const ImDrawData& data, Size size)
        : left(data.DisplayPos.x),
          top(data.DisplayPos.y),
          scale_x(static_cast<float>(size.width) / data.DisplaySize.x),
          scale_y(static_cast<float>(size.height) / data.DisplaySize.y) {}

    PixelRect box(const ImVec2& low, const ImVec2& high) const {
        return {whole((low.x - left) * scale_x, false), whole((low.y - top) * scale_y, false),
                whole((high.x - left) * scale_x, true), whole((high.y - top) * scale_y, true)};
    }
};

}  // namespace

PixelRect PixelRect::cut_to(const PixelRect& other) const {
    return {std::max(left, other.left), std::max(top, other.top), std::min(right, other.right),
            std::min(bottom, other.bottom)};
}

PixelRect clip_of(const ImDrawData& data, const ImDrawCmd& command, Size size) {
    const ToFrame to(data, size);
    const ImVec4& clip = command.ClipRect;
    // Cut off as ImGui's own backends do it.
    const PixelRect rect{whole((clip.x - to.left) * to.scale_x, false),
                         whole((clip.y - to.top) * to.scale_y, false),
                         whole((clip.z - to.left) * to.scale_x, false),
                         whole((clip.w - to.top) * to.scale_y, false)};
    return rect.cut_to({0, 0, size.width, size.height});
}

struct ChangeFinder::Command {
    std::uint64_t seed = 0;  // its texture and that one's content
    PixelRect clip;
};

FrameChange ChangeFinder::find(const ImDrawData& data, Size size, std::array<float, 3> clear,
                               const TextureTable& textures) {
    start(size, clear);
    FrameChange change;
    for (const ImDrawList* list : draw_lists(data)) {
        vertex_hashes_.clear();
        for (const ImDrawVert& vertex : list->VtxBuffer) {
            vertex_hashes_.push_back(hash_of_vertex(vertex));
        }
        for (const ImDrawCmd& command : list->CmdBuffer) {
            change.bounds.push_back(add_command(data, *list, command, textures));
        }
    }
    change.areas = areas();
    std::swap(tiles_, next_);
    return change;
}

void ChangeFinder::start(Size size, std::array<float, 3> clear) {
    if (size != size_ || clear != clear_) tiles_.clear();
    size_ = size;
    clear_ = clear;
    columns_ = (size.width + tile_px - 1) / tile_px;
    rows_ = (size.height + tile_px - 1) / tile_px;
    next_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 1);
}

PixelRect ChangeFinder::add_command(const ImDrawData& data, const ImDrawList& list,
                                    const ImDrawCmd& drawn, const TextureTable& textures) {
    if (drawn.UserCallback != nullptr || drawn.ElemCount == 0) return {};
    Command command;
    command.clip = clip_of(data, drawn, size_);
    if (command.clip.empty()) return {};
    const Texture texture = texture_of(drawn);
    const TextureTable::Entry* entry = textures.find(texture);
    command.seed = mixed(texture, entry != nullptr ? entry->generation : ~std::uint64_t{0});

    const ToFrame to(data, size_);
    PixelRect bounds;
    const ImDrawIdx* index = list.IdxBuffer.Data + drawn.IdxOffset;
    for (unsigned triangle = 0; triangle + 2 < drawn.ElemCount; triangle += 3, index += 3) {
        ImVec2 low(1e9F, 1e9F);
        ImVec2 high(-1e9F, -1e9F);
        std::uint64_t hash = command.seed;
        for (int corner = 0; corner < 3; ++corner) {
            const auto at = static_cast<std::size_t>(drawn.VtxOffset) + index[corner];
            const ImVec2& position = list.VtxBuffer.Data[at].pos;
            low = ImVec2(std::min(low.x, position.x), std::min(low.y, position.y));
            high = ImVec2(std::max(high.x, position.x), std::max(high.y, position.y));
            hash = mixed(hash, vertex_hashes_[at]);
        }
        const PixelRect box = to.box(low, high).cut_to(command.clip);
        if (box.empty()) continue;
        bounds = joined(bounds, box);
        mix(command, box, hash);
    }
    return bounds;
}

// Into every tile that the triangle may touch, with the part of it that its clip rectangle leaves.
void ChangeFinder::mix(const Command& command, const PixelRect& box, std::uint64_t triangle) {
    for (int row = box.top / tile_px; row <= (box.bottom - 1) / tile_px; ++row) {
        for (int column = box.left / tile_px; column <= (box.right - 1) / tile_px; ++column) {
            const PixelRect tile{column * tile_px, row * tile_px, (column + 1) * tile_px,
                                 (row + 1) * tile_px};
            const PixelRect left = command.clip.cut_to(tile);
            std::uint64_t& sum = next_[static_cast<std::size_t>(row * columns_ + column)];
            sum = mixed(sum, triangle);
            if (left == tile) continue;
            sum = mixed(sum, (static_cast<std::uint64_t>(left.left) << 48U) ^
                                 (static_cast<std::uint64_t>(left.top) << 32U) ^
                                 (static_cast<std::uint64_t>(left.right) << 16U) ^
                                 static_cast<std::uint64_t>(left.bottom));
        }
    }
}

// Runs of changed tiles, joined downwards while they have the same ends; too many become one.
std::vector<PixelRect> ChangeFinder::areas() const {
    const PixelRect frame{0, 0, size_.width, size_.height};
    if (tiles_.size() != next_.size()) return {frame};
    std::vector<PixelRect> areas;
    for (int row = 0; row < rows_; ++row) {
        for (int column = 0; column < columns_;) {
            const auto changed = [&](int at) {
                const auto tile = static_cast<std::size_t>(row * columns_ + at);
                return tiles_[tile] != next_[tile];
            };
            if (!changed(column)) {
                ++column;
                continue;
            }
            const int first = column;
            while (column < columns_ && changed(column)) ++column;
            const PixelRect run =
                PixelRect{first * tile_px, row * tile_px, column * tile_px, (row + 1) * tile_px}
                    .cut_to(frame);
            const auto above = std::find_if(areas.begin(), areas.end(), [&](const PixelRect& area) {
                return area.bottom == run.top && area.left == run.left && area.right == run.right;
            });
            if (above == areas.end()) {
                areas.push_back(run);
            } else {
                above->bottom = run.bottom;
            }
        }
    }
    if (areas.size() <= areas_max) return areas;
    PixelRect all;
    for (const PixelRect& area : areas) all = joined(all, area);
    return {all};
}

}  // namespace wenlan::gfx
