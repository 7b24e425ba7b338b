// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/frame_change.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

#include "gfx/hash.h"
#include "gfx/imgui_compat.h"

namespace wenlan::gfx {

namespace {

std::uint64_t mixed(std::uint64_t sum, std::uint64_t word) {
    return std::rotl((sum ^ word) * 0x9E3779B97F4A7C15ULL, 29);
}

std::uint64_t word_of(const ImVec2& pair) {
    std::uint64_t word = 0;
    static_assert(sizeof word == sizeof pair);
    std::memcpy(&word, &pair, sizeof word);
    return word;
}

std::uint64_t hash_of_vertex(const ImDrawVert& vertex) {
    return mixed(mixed(mixed(0x243F6A8885A308D3ULL, word_of(vertex.pos)), word_of(vertex.uv)),
                 vertex.col);
}

// The same wherever the list stands, but for places, which are not exact: sums of large offsets
// are rounded, and with them the edges of rounded shapes, in both directions.
PlacedHash hash_of_moved(const ImDrawVert& vertex, int down_px) {
    constexpr double steps_per_px = 4;
    constexpr double steps_per_texture = 4096;
    // Most places are whole pixels, or halves and quarters of them: no grid's edge lies there.
    constexpr double even_edge = 0.13;
    constexpr double odd_edge = even_edge + 0.5;
    // Makes places positive, so that cutting off rounds down; exact up to 1/4096 step.
    constexpr double far_down = 1ULL << 40U;
    const auto pair = [](double first, double second, double edge) {
        return static_cast<std::uint64_t>(first + (far_down + edge)) << 32U ^
               static_cast<std::uint64_t>(second + (far_down + edge));
    };
    const double x = static_cast<double>(vertex.pos.x) * steps_per_px;
    const double y = (static_cast<double>(vertex.pos.y) + down_px) * steps_per_px;
    const double u = static_cast<double>(vertex.uv.x) * steps_per_texture;
    const double v = static_cast<double>(vertex.uv.y) * steps_per_texture;
    const std::uint64_t sum = mixed(0x243F6A8885A308D3ULL, vertex.col);
    return {mixed(mixed(sum, pair(x, y, even_edge)), pair(u, v, even_edge)),
            mixed(mixed(sum, pair(x, y, odd_edge)), pair(u, v, odd_edge))};
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
    const ImDrawVert* vertices = nullptr;  // its own, which lie together
    std::size_t vertex_count = 0;
    const ImDrawIdx* indices = nullptr;
    std::size_t index_count = 0;
    std::size_t first_vertex = 0;  // that its indices name
    std::uint64_t seed = 0;        // its texture and that one's content
    PixelRect clip;
    bool of_list = false;
    bool by_list_clip = false;
    ScrolledContent::Side side = ScrolledContent::Side::above;  // of the list
};

// A command's triangles with the corners of the box around each. Two that are a rectangle of
// ImGui's are looked at as one.
template <typename Look>
void ChangeFinder::for_each_primitive(const Command& command, Look&& look) {
    const ImDrawVert* vertices = command.vertices - command.first_vertex;
    const ImDrawIdx* index = command.indices;
    const ImDrawIdx* end = index + command.index_count;
    while (end - index >= 3) {
        const bool quad = end - index >= 6 && index[3] == index[0] && index[4] == index[2];
        const std::span<const ImDrawIdx> corners(index, quad ? 6 : 3);
        ImVec2 low(1e9F, 1e9F);
        ImVec2 high(-1e9F, -1e9F);
        for (const ImDrawIdx corner : corners) {
            const ImVec2& position = vertices[corner].pos;
            low = ImVec2(std::min(low.x, position.x), std::min(low.y, position.y));
            high = ImVec2(std::max(high.x, position.x), std::max(high.y, position.y));
        }
        look(corners, low, high);
        index += corners.size();
    }
}

FrameChange ChangeFinder::find(const ImDrawData& data, Size size, std::array<float, 3> clear,
                               const TextureTable& textures,
                               std::span<const Graphics::ScrolledList> lists,
                               std::optional<int> veil) {
    start(size, clear);
    choose_list(data, lists);
    FrameChange change;
    change.veil = veil;
    bool first_list = true;
    for (const ImDrawList* list : draw_lists(data)) {
        if (!first_list) list_ = {};
        first_list = false;
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const bool veils = veil && static_cast<int>(change.bounds.size()) >= *veil;
            change.bounds.push_back(veils ? clip_of(data, command, size)
                                          : add_command(data, *list, command, textures));
        }
    }
    if (tiles_.size() == next_.size()) {
        add_changed_tiles(change.areas);
        add_list_changes(change);
    } else {
        change.areas = {{0, 0, size_.width, size_.height}};
    }
    if (!change.move && std::any_of(change.areas.begin(), change.areas.end(),
                                    [&](const PixelRect& area) { return area.overlaps(under_); })) {
        under_ = {};
    }
    if (change.areas.size() > areas_max) {
        PixelRect all;
        for (const PixelRect& area : change.areas) all = all.joined_with(area);
        change.areas = {all};
    }
    stills_.resize(stills_seen_);
    std::swap(tiles_, next_);
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
    stills_seen_ = 0;
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
    list_.end_command = std::min(list_.end_command, static_cast<int>(commands.Size));
    if (list_.first_command >= list_.end_command) {
        list_ = {};
        return;
    }
    const PixelRect clip = clip_of(data, commands[list_.first_command], size_);
    if (clip.empty()) {
        list_ = {};
        return;
    }
    next_content_.emplace(list_.id, clip, list_.offset_px);
    list_end_ = list_.end_command;
}

PixelRect ChangeFinder::add_command(const ImDrawData& data, const ImDrawList& list,
                                    const ImDrawCmd& drawn, const TextureTable& textures) {
    if (drawn.UserCallback != nullptr || drawn.ElemCount < 3) return {};
    const Command command = described(data, list, drawn, textures);
    if (command.clip.empty()) return {};
    return command.of_list ? add_of_list(command, data) : add_still(command, data);
}

ChangeFinder::Command ChangeFinder::described(const ImDrawData& data, const ImDrawList& list,
                                              const ImDrawCmd& drawn,
                                              const TextureTable& textures) const {
    Command command;
    command.indices = list.IdxBuffer.Data + drawn.IdxOffset;
    command.index_count = drawn.ElemCount;
    const auto [least, most] =
        std::minmax_element(command.indices, command.indices + command.index_count);
    command.first_vertex = *least;
    command.vertices = list.VtxBuffer.Data + drawn.VtxOffset + *least;
    command.vertex_count = static_cast<std::size_t>(*most) - *least + 1;
    command.clip = clip_of(data, drawn, size_);
    const auto index_in_list = static_cast<int>(&drawn - list.CmdBuffer.Data);
    if (list_.id != 0 && index_in_list < list_.end_command) {
        command.of_list = index_in_list >= list_.first_command;
        command.side = ScrolledContent::Side::beneath;
    }
    const Texture texture = texture_of(drawn);
    const TextureTable::Entry* entry = textures.find(texture);
    command.seed = mixed(texture, entry != nullptr ? entry->generation : ~std::uint64_t{0});
    command.by_list_clip = command.of_list && command.clip == next_content_->clip();
    // A clip of its own within the list moves along; its hash tells where it cuts.
    if (command.of_list && !command.by_list_clip) {
        const auto down = static_cast<std::uint64_t>(command.clip.top + list_.offset_px);
        command.seed =
            mixed(command.seed,
                  down << 32U ^ static_cast<std::uint64_t>(command.clip.bottom + list_.offset_px));
    }
    return command;
}

PixelRect ChangeFinder::add_of_list(const Command& command, const ImDrawData& data) {
    hashes_.clear();
    for (std::size_t at = 0; at < command.vertex_count; ++at) {
        hashes_.push_back(hash_of_moved(command.vertices[at], list_.offset_px));
    }
    const ToFrame to(data, size_);
    PixelRect bounds;
    for_each_primitive(command, [&](std::span<const ImDrawIdx> corners, ImVec2 low, ImVec2 high) {
        PlacedHash hash{command.seed, command.seed};
        for (const ImDrawIdx corner : corners) {
            const PlacedHash& vertex = hashes_[corner - command.first_vertex];
            hash.even = mixed(hash.even, vertex.even);
            hash.odd = mixed(hash.odd, vertex.odd);
        }
        const PixelRect whole_box = to.box(low, high);
        const PixelRect box = whole_box.cut_to(command.clip);
        next_content_->add(command.by_list_clip ? whole_box : box, hash);
        bounds = bounds.joined_with(box);
    });
    return bounds;
}

PixelRect ChangeFinder::add_still(const Command& command, const ImDrawData& data) {
    Hash hash;
    hash.add_bytes(command.vertices, command.vertex_count * sizeof(ImDrawVert));
    // ImGui numbers the corners of equal vertices equally.
    hash.add(command.index_count);
    hash.add(command.seed);
    hash.add(command.clip.left);
    hash.add(command.clip.top);
    hash.add(command.clip.right);
    hash.add(command.clip.bottom);
    if (stills_seen_ == stills_.size()) stills_.emplace_back();
    Still& still = stills_[stills_seen_++];
    if (still.key != hash.value()) {
        still.key = hash.value();
        make_still(still, command, data);
    }
    for (const auto& [tile, sum] : still.tiles) next_[tile] = mixed(next_[tile], sum);
    if (next_content_) {
        for (const PixelRect& box : still.boxes) next_content_->add_other(box, command.side);
    }
    return still.bounds;
}

void ChangeFinder::make_still(Still& still, const Command& command, const ImDrawData& data) {
    hashes_.clear();
    for (std::size_t at = 0; at < command.vertex_count; ++at) {
        hashes_.push_back({hash_of_vertex(command.vertices[at]), 0});
    }
    still.bounds = {};
    still.boxes.clear();
    still.tiles.clear();
    sums_.resize(next_.size());
    const ToFrame to(data, size_);
    for_each_primitive(command, [&](std::span<const ImDrawIdx> corners, ImVec2 low, ImVec2 high) {
        const PixelRect box = to.box(low, high).cut_to(command.clip);
        if (box.empty()) return;
        std::uint64_t hash = command.seed;
        for (const ImDrawIdx corner : corners) {
            hash = mixed(hash, hashes_[corner - command.first_vertex].even);
        }
        mix(command, box, hash);
        still.boxes.push_back(box);
        still.bounds = still.bounds.joined_with(box);
    });
    for (const std::size_t tile : summed_) {
        still.tiles.emplace_back(tile, sums_[tile]);
        sums_[tile] = 0;
    }
    summed_.clear();
}

// Into every tile that the primitive may touch, with the part of it that its clip rectangle leaves.
void ChangeFinder::mix(const Command& command, const PixelRect& box, std::uint64_t primitive) {
    for (int row = box.top / tile_px; row <= (box.bottom - 1) / tile_px; ++row) {
        for (int column = box.left / tile_px; column <= (box.right - 1) / tile_px; ++column) {
            const PixelRect tile{column * tile_px, row * tile_px, (column + 1) * tile_px,
                                 (row + 1) * tile_px};
            const PixelRect left = command.clip.cut_to(tile);
            const auto at = static_cast<std::size_t>(row * columns_ + column);
            std::uint64_t& sum = sums_[at];
            if (sum == 0) summed_.push_back(at);
            sum = mixed(sum, primitive) | 1U;
            if (left == tile) continue;
            sum = mixed(sum, (static_cast<std::uint64_t>(left.left) << 48U) ^
                                 (static_cast<std::uint64_t>(left.top) << 32U) ^
                                 (static_cast<std::uint64_t>(left.right) << 16U) ^
                                 static_cast<std::uint64_t>(left.bottom)) |
                  1U;
        }
    }
}

// Runs of changed tiles, joined downwards while they have the same ends.
void ChangeFinder::add_changed_tiles(std::vector<PixelRect>& areas) const {
    const PixelRect frame{0, 0, size_.width, size_.height};
    const auto changed = [&](int row, int column) {
        const auto at = static_cast<std::size_t>(row * columns_ + column);
        return tiles_[at] != next_[at];
    };
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
}

void ChangeFinder::add_list_changes(FrameChange& change) {
    if (content_ && next_content_ && next_content_->same_place_as(*content_)) {
        if (next_content_->offset_px() == content_->offset_px()) {
            next_content_->add_changed(*content_, next_content_->clip(), change.areas);
            return;
        }
        change.move = next_content_->moved_since(*content_);
        if (change.move) {
            add_moved_list(change);
            return;
        }
    }
    if (content_) change.areas.push_back(content_->clip());
    if (next_content_) change.areas.push_back(next_content_->clip());
}

void ChangeFinder::add_moved_list(FrameChange& change) {
    const PixelRect& clip = next_content_->clip();
    const PixelRect& moved = change.move->to;
    change.under = rows_under(change);
    const bool kept = change.under && change.under->kept;
    // To there the frame's own rows go: those that are kept fill what the move leaves open.
    const int own_bottom = change.under ? change.under->rows.top : clip.bottom;
    const PixelRect above{clip.left, clip.top, clip.right, moved.top};
    const PixelRect below{clip.left, moved.bottom, clip.right, own_bottom};
    if (!above.empty()) change.areas.push_back(above);
    if (!below.empty() && !kept) change.areas.push_back(below);
    next_content_->add_changed(*content_,
                               {clip.left, moved.top, clip.right, kept ? own_bottom : moved.bottom},
                               change.areas);
    under_ = change.under ? change.under->rows : PixelRect{};
}

// `change` has the areas of what is not of the list.
std::optional<RowsUnder> ChangeFinder::rows_under(const FrameChange& change) const {
    const PixelRect& clip = next_content_->clip();
    const int top = next_content_->quiet().bottom;
    RowsUnder under;
    under.rows = {clip.left, top, clip.right, clip.bottom};
    under.end_command = list_end_;
    const int height = clip.bottom - top;
    if (height == 0 || height > (clip.bottom - clip.top) / 2) return std::nullopt;
    if (next_content_->grounded(under.rows)) return std::nullopt;
    const int up = change.move->up_px;
    under.kept = under.rows == under_ && std::abs(up) <= height &&
                 std::none_of(change.areas.begin(), change.areas.end(),
                              [&](const PixelRect& area) { return area.overlaps(under.rows); });
    if (!under.kept) {
        under.areas = {under.rows};
        return under;
    }
    PixelRect seen_before = under.rows;
    if (up > 0) {
        seen_before.bottom -= up;
        under.areas.push_back({clip.left, seen_before.bottom, clip.right, clip.bottom});
    }
    next_content_->add_changed(*content_, seen_before, under.areas);
    return under;
}

}  // namespace wenlan::gfx
