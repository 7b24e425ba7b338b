// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <list>
#include <memory>
#include <optional>

#include "gfx/brush.h"
#include "gfx/graphics.h"
#include "gfx/live_painting.h"
#include "gfx/paint_thread.h"
#include "gfx/texture_table.h"

namespace wenlan::gfx {

// Draws the ink painting and keeps what it drew. With a graphics processor it paints in the frame's
// context, at once; without one a still stands in until the paint thread is done.
class Painter {
public:
    static constexpr std::size_t paintings_max = 8;

    enum class Place { here, thread };

    Painter(TextureTable& table, GlApi api, Place place, std::filesystem::path shaders,
            std::filesystem::path stills);
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    void set_quality(Quality quality) { quality_ = quality; }

    Texture painting(const Painting& painting);
    Graphics::LivePainting live(const Painting& painting, double time_s);

    // Whether the paint thread is at work for this frame or the last: a still is to be replaced, or
    // the moving painting redrawn. Whoever waits meanwhile sees the same frames on any machine.
    bool pending() const;
    void wait();
    void end_frame();
    // Paints anew with a shader that was written since.
    void reload_if_changed();

private:
    struct Kept {
        Painting painting;
        Texture texture = 0;
        std::uint64_t last_used = 0;
        std::uint64_t ticket = 0;  // of the paint thread; 0: it is what it will be
    };

    void read_source();
    void complain(const base::Error& error);
    Texture add_still(const Painting& painting);
    void paint(Kept& kept);
    void drop_oldest();
    void advance_live(double time_s);
    void collect(int uploads_max);
    void take(PaintDone& done);
    void paint_here_from_now_on(const base::Error& reason);

    TextureTable& table_;
    GlApi api_;
    Place place_;
    Quality quality_ = Quality::full;
    std::filesystem::path shaders_;
    std::filesystem::path stills_;
    std::shared_ptr<const PaintingSource> source_;  // none if the files cannot be read
    std::uint64_t source_stamp_ = 0;
    std::optional<Brush> brush_;           // Place::here
    std::unique_ptr<PaintThread> thread_;  // Place::thread, from the first painting on
    std::list<PaintDone> done_;            // of the thread, to be uploaded
    std::list<Kept> kept_;                 // the last used first
    std::optional<LivePainting> live_;
    std::uint64_t live_last_used_ = 0;
    std::uint64_t next_ticket_ = 1;
    std::uint64_t frame_ = 1;
};

}  // namespace wenlan::gfx
