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

// The same wherever the list stands, but for places, which are not exact: sums of large offsets
// are rounded, and with them the edges of rounded shapes, in both directions.
PlacedHash hash_of_moved(const ImDrawVert& vertex, int down_px) {
    constexpr double steps_per_px = 4;
    constexpr double steps_per_texture = 4096;
    // Most places are whole pixels, or halves and quarters of them: no grid's edge lies there.
    constexpr double even_edge = 0.13;
    constexpr double odd_edge = even_edge + 0.5;
    const std::array<double, 4> places{static_cast<double>(vertex.pos.x) * steps_per_px,
                                       (static_cast<double>(vertex.pos.y) + down_px) * steps_per_px,
                                       static_cast<double>(vertex.uv.x) * steps_per_texture,
                                       static_cast<double>(vertex.uv.y) * steps_per_texture};
    const std::uint64_t sum = mixed(0x243F6A8885A308D3ULL, vertex.col);
    PlacedHash hash{sum, sum};
    for (const double place : places) {
        hash.even = mixed(hash.even, static_cast<std::uint64_t>(std::llrint(place + even_edge)));
        hash.odd = mixed(hash.odd, static_cast<std::uint64_t>(std::llrint(place + odd_edge)));
    }
    return hash;
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
    bool of_list = false;
};

FrameChange ChangeFinder::find(const ImDrawData& data, Size size, std::array<float, 3> clear,
                               const TextureTable& textures,
                               std::span<const Graphics::ScrolledList> lists) {
    start(size, clear);
    choose_list(data, lists);
    FrameChange change;
    bool first_list = true;
    for (const ImDrawList* list : draw_lists(data)) {
        if (!first_list) list_ = {};
        first_list = false;
        hash_vertices(*list);
        for (const ImDrawCmd& command : list->CmdBuffer) {
            change.bounds.push_back(add_command(data, *list, command, textures));
        }
    }
    const bool known = tiles_.size() == next_.size();
    if (known && content_ && next_content_) change.move = next_content_->moved_since(*content_);
    change.areas = changed_tiles(change.move);
    if (change.move) next_content_->add_rest(*content_, *change.move, change.areas);
    if (change.areas.size() > areas_max) {
        PixelRect all;
        for (const PixelRect& area : change.areas) all = all.joined_with(area);
        change.areas = {all};
    }
    std::swap(tiles_, next_);
    std::swap(other_tiles_, other_next_);
    content_ = std::move(next_content_);
    return change;
}

void ChangeFinder::start(Size size, std::array<float, 3> clear) {
    if (size != size_ || clear != clear_) forget();
    size_ = size;
    clear_ = clear;
    columns_ = (size.width + tile_px - 1) / tile_px;
    rows_ = (size.height + tile_px - 1) / tile_px;
    next_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 1);
    other_next_ = next_;
}

// One list is followed: the one that moved, else the first.
void ChangeFinder::choose_list(const ImDrawData& data,
                               std::span<const Graphics::ScrolledList> lists) {
    next_content_.reset();
    list_ = {};
    for (const Graphics::ScrolledList& list : lists) {
        const bool moved =
            content_ && content_->id() == list.id && content_->offset_px() != list.offset_px;
        if (list_.id == 0 || moved) list_ = list;
        if (moved) break;
    }
    const auto drawn = draw_lists(data);
    if (list_.id == 0 || drawn.empty()) return;
    const auto& commands = drawn.front()->CmdBuffer;
    const int end = std::min(list_.end_command, static_cast<int>(commands.Size));
    if (list_.first_command >= end) {
        list_ = {};
        return;
    }
    const PixelRect clip = clip_of(data, commands[list_.first_command], size_);
    if (clip.empty()) {
        list_ = {};
        return;
    }
    next_content_.emplace(list_.id, clip, list_.offset_px);
}

void ChangeFinder::hash_vertices(const ImDrawList& list) {
    vertex_hashes_.clear();
    moved_hashes_.clear();
    for (const ImDrawVert& vertex : list.VtxBuffer) {
        vertex_hashes_.push_back(hash_of_vertex(vertex));
    }
    if (list_.id == 0) return;
    for (const ImDrawVert& vertex : list.VtxBuffer) {
        moved_hashes_.push_back(hash_of_moved(vertex, list_.offset_px));
    }
}

PixelRect ChangeFinder::add_command(const ImDrawData& data, const ImDrawList& list,
                                    const ImDrawCmd& drawn, const TextureTable& textures) {
    if (drawn.UserCallback != nullptr || drawn.ElemCount == 0) return {};
    Command command;
    command.clip = clip_of(data, drawn, size_);
    if (command.clip.empty()) return {};
    const auto index_in_list = static_cast<int>(&drawn - list.CmdBuffer.Data);
    command.of_list =
        list_.id != 0 && index_in_list >= list_.first_command && index_in_list < list_.end_command;
    const Texture texture = texture_of(drawn);
    const TextureTable::Entry* entry = textures.find(texture);
    command.seed = mixed(texture, entry != nullptr ? entry->generation : ~std::uint64_t{0});
    // A clip of its own within the list moves along; its hash tells where it cuts.
    std::uint64_t moved_seed = command.seed;
    if (command.of_list && command.clip != next_content_->clip()) {
        const auto down = static_cast<std::uint64_t>(command.clip.top + list_.offset_px);
        moved_seed =
            mixed(moved_seed,
                  down << 32U ^ static_cast<std::uint64_t>(command.clip.bottom + list_.offset_px));
    }

    const ToFrame to(data, size_);
    PixelRect bounds;
    const ImDrawIdx* index = list.IdxBuffer.Data + drawn.IdxOffset;
    for (unsigned triangle = 0; triangle + 2 < drawn.ElemCount; triangle += 3, index += 3) {
        ImVec2 low(1e9F, 1e9F);
        ImVec2 high(-1e9F, -1e9F);
        std::uint64_t hash = command.seed;
        PlacedHash moved_hash{moved_seed, moved_seed};
        for (int corner = 0; corner < 3; ++corner) {
            const auto at = static_cast<std::size_t>(drawn.VtxOffset) + index[corner];
            const ImVec2& position = list.VtxBuffer.Data[at].pos;
            low = ImVec2(std::min(low.x, position.x), std::min(low.y, position.y));
            high = ImVec2(std::max(high.x, position.x), std::max(high.y, position.y));
            hash = mixed(hash, vertex_hashes_[at]);
            if (!command.of_list) continue;
            moved_hash.even = mixed(moved_hash.even, moved_hashes_[at].even);
            moved_hash.odd = mixed(moved_hash.odd, moved_hashes_[at].odd);
        }
        const PixelRect whole_box = to.box(low, high);
        const PixelRect box = whole_box.cut_to(command.clip);
        if (command.of_list) {
            const bool by_list = command.clip == next_content_->clip();
            next_content_->add(by_list ? whole_box : box, moved_hash);
        }
        if (box.empty()) continue;
        bounds = bounds.joined_with(box);
        mix(command, box, hash);
        if (next_content_ && !command.of_list) next_content_->add_other(box);
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
            const auto at = static_cast<std::size_t>(row * columns_ + column);
            const auto add = [&](std::uint64_t& sum) {
                sum = mixed(sum, triangle);
                if (left == tile) return;
                sum = mixed(sum, (static_cast<std::uint64_t>(left.left) << 48U) ^
                                     (static_cast<std::uint64_t>(left.top) << 32U) ^
                                     (static_cast<std::uint64_t>(left.right) << 16U) ^
                                     static_cast<std::uint64_t>(left.bottom));
            };
            add(next_[at]);
            if (!command.of_list) add(other_next_[at]);
        }
    }
}

// Runs of changed tiles, joined downwards while they have the same ends. Where a list was moved,
// only what is not of the list counts.
std::vector<PixelRect> ChangeFinder::changed_tiles(const std::optional<PixelMove>& move) const {
    const PixelRect frame{0, 0, size_.width, size_.height};
    if (tiles_.size() != next_.size()) return {frame};
    const auto changed = [&](int row, int column) {
        const auto at = static_cast<std::size_t>(row * columns_ + column);
        const PixelRect tile{column * tile_px, row * tile_px, (column + 1) * tile_px,
                             (row + 1) * tile_px};
        if (move && tile.overlaps(content_->clip())) return other_tiles_[at] != other_next_[at];
        return tiles_[at] != next_[at];
    };
    std::vector<PixelRect> areas;
    for (int row = 0; row < rows_; ++row) {
        for (int column = 0; column < columns_;) {
            if (!changed(row, column)) {
                ++column;
                continue;
            }
            const int first = column;
            while (column < columns_ && changed(row, column)) ++column;
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
    return areas;
}

}  // namespace wenlan::gfx
