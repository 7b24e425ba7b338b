// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>

#include "gfx/graphics.h"
#include "gfx/picture_loader.h"
#include "gfx/texture_table.h"

namespace wenlan::gfx {

// Pictures as textures, kept within a budget of memory; what was used longest ago goes first.
class PictureTextures {
public:
    static constexpr std::size_t bytes_budget = 96U << 20U;
    // Uploaded in one frame: the first whatever its size, then what stays under this (about 4 ms).
    static constexpr std::size_t upload_bytes_a_frame = 4U << 20U;

    PictureTextures(TextureTable& table, std::vector<std::filesystem::path> folders,
                    std::size_t bytes_budget_max = bytes_budget);
    ~PictureTextures();
    PictureTextures(const PictureTextures&) = delete;
    PictureTextures& operator=(const PictureTextures&) = delete;

    Texture texture(const Picture& picture);
    // Whether a later frame will have one that this or the last frame asked for in vain.
    bool pending() const;
    void wait();
    void end_frame();
    std::size_t bytes() const { return bytes_; }

private:
    enum class State { loading, ready, shown, failed };
    struct Entry {
        std::uint64_t ticket = 0;
        State state = State::loading;
        image::Pixels pixels;
        Texture texture = 0;
        std::size_t bytes = 0;
        std::uint64_t last_used = 0;
    };
    struct Before {
        bool operator()(const Picture& left, const Picture& right) const;
    };
    using Entries = std::map<Picture, Entry, Before>;

    void collect();
    void upload(Entry& entry);
    void make_room();
    void drop_stale();
    bool recent(const Entry& entry) const { return entry.last_used + 1 >= frame_; }

    TextureTable& table_;
    std::size_t bytes_budget_;
    Entries entries_;
    std::uint64_t next_ticket_ = 1;
    std::uint64_t frame_ = 1;
    std::size_t bytes_ = 0;
    std::size_t uploaded_this_frame_ = 0;
    PictureWorker worker_;
};

}  // namespace wenlan::gfx
