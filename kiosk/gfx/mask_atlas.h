// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "image/pixels.h"

namespace wenlan::gfx {

enum class MaskSort : std::uint8_t { glyph, icon, shape };

struct MaskKey {
    MaskSort sort = MaskSort::glyph;
    std::uint64_t what = 0;
    std::uint32_t size = 0;
    bool operator==(const MaskKey&) const = default;
};

struct MaskKeyHash {
    std::size_t operator()(const MaskKey& key) const noexcept;
};

// Where masks lie on pages, without GL. A shared page is cut into blocks of square cells of one
// size; blocks whose masks were not used lately are given to others. A mask too large for a cell
// has a page of its own. What is used in the current frame stays where it is until the frame has
// been drawn.
class MaskAtlas {
public:
    static constexpr int page_px = 2048;
    static constexpr int block_px = 512;
    static constexpr int cell_mask_px_max = block_px - 2;  // a pixel of border around
    static constexpr int mask_px_max = 512;

    struct Limits {
        int pages_usual = 4;
        int pages_max = 8;
        int own_pages_usual = 8;
    };

    struct Place {
        int page = -1;  // -1: an empty mask, nothing to draw
        int x = 0, y = 0, width = 0, height = 0;
        int left = 0, top = 0;  // the glyph's offset from the pen
    };

    // Bytes that the page's texture lacks yet.
    struct Upload {
        int page = 0;
        int x = 0, y = 0, width = 0, height = 0;
        std::size_t offset = 0;   // into upload_bytes()
        bool overwrites = false;  // another mask may have been there
    };

    // What surrounds a mask: nothing (glyphs), or its own edge repeated, so that it can be
    // stretched.
    enum class Border { clear, repeat };

    MaskAtlas() : MaskAtlas(Limits{}) {}
    explicit MaskAtlas(Limits limits) : limits_(limits) {}

    // Marks it as used in this frame. The pointer holds until the next call.
    const Place* find(const MaskKey& key);
    // None if there is no room for it in this frame, or it is over mask_px_max.
    const Place* insert(const MaskKey& key, const image::Mask& mask, Border border, int left = 0,
                        int top = 0);

    // The frame was drawn: everything may be moved again.
    void end_frame();
    // Forgets every glyph (and the bytes that wait for upload).
    void forget_glyphs();

    std::span<const Upload> uploads() const { return uploads_; }
    const std::uint8_t* upload_bytes() const { return bytes_.data(); }
    void uploads_done();

    // A page is there from the moment that a mask lies on it; its serial changes when its place is
    // given to another page. Size 0: the page is gone.
    struct PageState {
        int width = 0, height = 0;
        std::uint32_t serial = 0;
    };
    int page_count() const { return static_cast<int>(pages_.size()); }
    PageState page(int index) const;

private:
    struct Block {
        int cell_px = 0;  // 0: free
        int used = 0;     // cells given out, in order
        std::uint64_t last_used = 0;
        bool reused = false;  // it had other masks before
        std::vector<MaskKey> keys;
    };
    struct Page {
        int width = 0, height = 0;  // 0: gone
        bool shared = true;
        std::uint32_t serial = 0;
        std::vector<Block> blocks;
    };
    struct Entry {
        Place place;
        int block = 0;
    };

    int open_page(int width, int height, bool shared);
    void drop_page(int index);
    void clear_block(Block& block);
    int pages_open(bool shared) const;
    std::optional<Entry> place_in_cell(const MaskKey& key, int width, int height);
    Entry place_on_own_page(const MaskKey& key, int width, int height);
    std::optional<std::pair<int, int>> block_for(int cell_px);
    std::optional<std::pair<int, int>> oldest_block(std::uint64_t used_before) const;
    void trim();
    void queue_upload(const Entry& entry, const image::Mask& mask, Border border);

    Limits limits_;
    std::vector<Page> pages_;
    std::unordered_map<MaskKey, Entry, MaskKeyHash> entries_;
    std::vector<Upload> uploads_;
    std::vector<std::uint8_t> bytes_;
    std::uint64_t frame_ = 2;  // so that "not used in the last frame" holds for what is new
};

}  // namespace wenlan::gfx
