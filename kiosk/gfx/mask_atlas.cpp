// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/mask_atlas.h"

#include <algorithm>
#include <array>

#include "base/result.h"
#include "gfx/hash.h"

namespace wenlan::gfx {

namespace {

// Sides of cells; a mask lies in the smallest that holds it with its border.
constexpr std::array cell_sides{16, 24, 32, 40, 48, 64, 80, 96, 128, 170, 256, 512};
constexpr int blocks_a_side = MaskAtlas::page_px / MaskAtlas::block_px;
// A page beyond the usual number goes back when nothing on it was used for so many frames.
constexpr std::uint64_t spare_page_frames = 600;

int cell_side_for(int width, int height) {
    const int needed = std::max(width, height) + 2;
    return *std::lower_bound(cell_sides.begin(), cell_sides.end(), needed);
}

}  // namespace

std::size_t MaskKeyHash::operator()(const MaskKey& key) const noexcept {
    Hash hash;
    hash.add(static_cast<std::uint64_t>(key.sort));
    hash.add(key.what);
    hash.add(key.size);
    return static_cast<std::size_t>(hash.value());
}

const MaskAtlas::Place* MaskAtlas::find(const MaskKey& key) {
    const auto found = entries_.find(key);
    if (found == entries_.end()) return nullptr;
    const Entry& entry = found->second;
    if (entry.place.page >= 0) {
        Page& page = pages_[static_cast<std::size_t>(entry.place.page)];
        page.blocks[static_cast<std::size_t>(entry.block)].last_used = frame_;
    }
    return &entry.place;
}

const MaskAtlas::Place* MaskAtlas::insert(const MaskKey& key, const image::Mask& mask,
                                          Border border, int left, int top) {
    base::ensure(!entries_.contains(key), "a mask is put into the atlas once");
    if (mask.width > mask_px_max || mask.height > mask_px_max) return nullptr;
    if (mask.empty()) return &entries_.emplace(key, Entry{}).first->second.place;
    base::ensure(mask.coverage.size() ==
                     static_cast<std::size_t>(mask.width) * static_cast<std::size_t>(mask.height),
                 "a mask has a byte for each pixel");
    const bool fits_cell = std::max(mask.width, mask.height) <= cell_mask_px_max;
    std::optional<Entry> entry = fits_cell ? place_in_cell(key, mask.width, mask.height)
                                           : place_on_own_page(key, mask.width, mask.height);
    if (!entry) return nullptr;
    entry->place.left = left;
    entry->place.top = top;
    queue_upload(*entry, mask, border);
    return &entries_.emplace(key, *entry).first->second.place;
}

std::optional<MaskAtlas::Entry> MaskAtlas::place_in_cell(const MaskKey& key, int width,
                                                         int height) {
    const int side = cell_side_for(width, height);
    const auto at = block_for(side);
    if (!at) return std::nullopt;
    const auto [page_index, block_index] = *at;
    Block& block =
        pages_[static_cast<std::size_t>(page_index)].blocks[static_cast<std::size_t>(block_index)];
    const int cells_a_row = block_px / side;
    const int cell = block.used++;
    block.last_used = frame_;
    block.keys.push_back(key);
    Entry entry;
    entry.block = block_index;
    entry.place.page = page_index;
    entry.place.x = (block_index % blocks_a_side) * block_px + (cell % cells_a_row) * side + 1;
    entry.place.y = (block_index / blocks_a_side) * block_px + (cell / cells_a_row) * side + 1;
    entry.place.width = width;
    entry.place.height = height;
    return entry;
}

MaskAtlas::Entry MaskAtlas::place_on_own_page(const MaskKey& key, int width, int height) {
    const int index = open_page(width, height, false);
    Block& block = pages_[static_cast<std::size_t>(index)].blocks.front();
    block.last_used = frame_;
    block.keys.push_back(key);
    Entry entry;
    entry.place.page = index;
    entry.place.width = width;
    entry.place.height = height;
    return entry;
}

// In order of what it costs: room in a block of this cell size, a free block, a new page, the block
// that was not used for longest, a page beyond the usual number, what the last frame used but this
// one did not yet.
std::optional<std::pair<int, int>> MaskAtlas::block_for(int cell_px) {
    const int cells = (block_px / cell_px) * (block_px / cell_px);
    std::optional<std::pair<int, int>> free;
    for (int index = 0; index < page_count(); ++index) {
        const Page& page = pages_[static_cast<std::size_t>(index)];
        if (page.width == 0 || !page.shared) continue;
        for (int at = 0; at < static_cast<int>(page.blocks.size()); ++at) {
            const Block& block = page.blocks[static_cast<std::size_t>(at)];
            if (block.cell_px == cell_px && block.used < cells) return std::pair(index, at);
            if (block.cell_px == 0 && !free) free = std::pair(index, at);
        }
    }
    const int open = pages_open(true);
    if (!free && open < limits_.pages_usual) free = std::pair(open_page(page_px, page_px, true), 0);
    if (!free) free = oldest_block(frame_ - 1);
    if (!free && open < limits_.pages_max) free = std::pair(open_page(page_px, page_px, true), 0);
    if (!free) free = oldest_block(frame_);
    if (!free) return std::nullopt;
    Block& block = pages_[static_cast<std::size_t>(free->first)]
                       .blocks[static_cast<std::size_t>(free->second)];
    clear_block(block);
    block.cell_px = cell_px;
    return free;
}

std::optional<std::pair<int, int>> MaskAtlas::oldest_block(std::uint64_t used_before) const {
    std::optional<std::pair<int, int>> oldest;
    std::uint64_t age = used_before;
    for (int index = 0; index < page_count(); ++index) {
        const Page& page = pages_[static_cast<std::size_t>(index)];
        if (page.width == 0 || !page.shared) continue;
        for (int at = 0; at < static_cast<int>(page.blocks.size()); ++at) {
            const Block& block = page.blocks[static_cast<std::size_t>(at)];
            if (block.last_used >= age) continue;
            age = block.last_used;
            oldest = std::pair(index, at);
        }
    }
    return oldest;
}

void MaskAtlas::end_frame() {
    trim();
    ++frame_;
}

void MaskAtlas::trim() {
    for (int index = page_count() - 1; index >= 0; --index) {
        const Page& page = pages_[static_cast<std::size_t>(index)];
        if (page.width == 0) continue;
        std::uint64_t last_used = 0;
        for (const Block& block : page.blocks) last_used = std::max(last_used, block.last_used);
        const bool spare =
            pages_open(page.shared) > (page.shared ? limits_.pages_usual : limits_.own_pages_usual);
        const std::uint64_t kept_frames = page.shared ? spare_page_frames : 2;
        if (spare && last_used + kept_frames < frame_) drop_page(index);
    }
}

void MaskAtlas::forget_glyphs() {
    for (int index = 0; index < page_count(); ++index) {
        Page& page = pages_[static_cast<std::size_t>(index)];
        if (page.width == 0) continue;
        const bool has_glyphs =
            std::any_of(page.blocks.begin(), page.blocks.end(), [](const Block& block) {
                return std::any_of(block.keys.begin(), block.keys.end(),
                                   [](const MaskKey& key) { return key.sort == MaskSort::glyph; });
            });
        // The whole page: its texture's memory is given back, not only its index.
        if (has_glyphs) drop_page(index);
    }
    std::erase_if(entries_, [](const auto& pair) { return pair.first.sort == MaskSort::glyph; });
}

void MaskAtlas::uploads_done() {
    uploads_.clear();
    std::fill(bytes_.begin(), bytes_.end(), std::uint8_t{0});
    bytes_.clear();
}

MaskAtlas::PageState MaskAtlas::page(int index) const {
    const Page& page = pages_[static_cast<std::size_t>(index)];
    return {page.width, page.height, page.serial};
}

int MaskAtlas::open_page(int width, int height, bool shared) {
    auto gone = std::find_if(pages_.begin(), pages_.end(),
                             [](const Page& page) { return page.width == 0; });
    if (gone == pages_.end()) gone = pages_.emplace(pages_.end());
    gone->width = width;
    gone->height = height;
    gone->shared = shared;
    ++gone->serial;
    gone->blocks.assign(shared ? blocks_a_side * blocks_a_side : 1, Block{});
    return static_cast<int>(gone - pages_.begin());
}

void MaskAtlas::drop_page(int index) {
    Page& page = pages_[static_cast<std::size_t>(index)];
    for (Block& block : page.blocks) clear_block(block);
    page.width = 0;
    page.height = 0;
    page.blocks.clear();
    std::erase_if(uploads_, [index](const Upload& upload) { return upload.page == index; });
}

void MaskAtlas::clear_block(Block& block) {
    for (const MaskKey& key : block.keys) entries_.erase(key);
    const bool reused = block.reused || block.cell_px != 0;
    block = Block{};
    block.reused = reused;
}

int MaskAtlas::pages_open(bool shared) const {
    return static_cast<int>(std::count_if(pages_.begin(), pages_.end(), [shared](const Page& page) {
        return page.width != 0 && page.shared == shared;
    }));
}

void MaskAtlas::queue_upload(const Entry& entry, const image::Mask& mask, Border border) {
    const Place& place = entry.place;
    const Page& page = pages_[static_cast<std::size_t>(place.page)];
    const int edge = page.shared ? 1 : 0;
    Upload upload;
    upload.page = place.page;
    upload.x = place.x - edge;
    upload.y = place.y - edge;
    upload.width = place.width + 2 * edge;
    upload.height = place.height + 2 * edge;
    upload.offset = bytes_.size();
    upload.overwrites = page.blocks[static_cast<std::size_t>(entry.block)].reused;
    bytes_.reserve(bytes_.size() + static_cast<std::size_t>(upload.width) *
                                       static_cast<std::size_t>(upload.height));
    for (int y = -edge; y < place.height + edge; ++y) {
        const bool outside_y = y < 0 || y >= place.height;
        const int from_y = std::clamp(y, 0, place.height - 1);
        for (int x = -edge; x < place.width + edge; ++x) {
            const bool outside = outside_y || x < 0 || x >= place.width;
            const int from_x = std::clamp(x, 0, place.width - 1);
            const auto at =
                static_cast<std::size_t>(from_y) * static_cast<std::size_t>(place.width) +
                static_cast<std::size_t>(from_x);
            bytes_.push_back(outside && border == Border::clear ? std::uint8_t{0}
                                                                : mask.coverage[at]);
        }
    }
    uploads_.push_back(upload);
}

}  // namespace wenlan::gfx
