// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <list>
#include <optional>

#include "gfx/graphics.h"
#include "gfx/shaders.h"
#include "gfx/texture_table.h"

namespace wenlan::gfx {

// Draws the ink painting and keeps what it drew.
class Painter {
public:
    static constexpr std::size_t paintings_max = 8;
    static constexpr int strips = 32;            // calls that one redraw is spread over
    static constexpr double redraw_every_s = 4;  // from one redraw's start to the next
    static constexpr double fade_s = 0.6;

    Painter(TextureTable& table, const Shaders& shaders, std::filesystem::path stills);
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    Texture painting(const Painting& painting);
    Graphics::LivePainting live(const Painting& painting, double time_s);
    void end_frame() { ++frame_; }
    // The shader changed: all is drawn anew.
    void forget();

private:
    struct Kept {
        Painting painting;
        Texture texture = 0;
        std::uint64_t last_used = 0;
    };
    // One view of the moving painting: what is seen, and what is being drawn behind it.
    struct Live {
        Painting painting;
        std::array<Texture, 2> textures{};  // drawn in turn
        std::array<FramebufferName, 2> framebuffers;
        Size size;       // half the painting's
        int shown = -1;  // of `textures`; -1: the still painting
        int strips_drawn = 0;
        double born_s = 0;           // when it was first asked for
        double started_s = 0;        // when the redraw began
        double fade_started_s = -1;  // negative: no fade
    };

    Texture draw_full(const Painting& painting);
    void drop_oldest();
    void draw(const Program& program, const Painting& painting, Size size, double time_s,
              GLuint framebuffer, int row_begin, int row_end) const;
    void begin_live(const Painting& painting, double time_s);
    void end_live();
    void draw_strip();

    TextureTable& table_;
    const Shaders& shaders_;
    std::filesystem::path stills_;
    VertexArrayName array_;
    std::list<Kept> kept_;  // the last used first
    std::optional<Live> live_;
    std::uint64_t frame_ = 1;
};

}  // namespace wenlan::gfx
