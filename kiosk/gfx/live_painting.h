// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include "gfx/brush.h"
#include "gfx/graphics.h"
#include "gfx/texture_table.h"

namespace wenlan::gfx {

// When the moving painting is redrawn and faded, by the caller's clock. The redraw takes half the
// size and many frames; what is seen then changes over slowly.
class LivePainting {
public:
    static constexpr double redraw_least_s = 4;  // from one redraw's start to the next
    static constexpr double fade_after_s = 2;  // from its start to the fade, if it is ready by then
    static constexpr double fade_s = 0.6;
    static constexpr int strips = 32;  // calls that a redraw is spread over in the frame's context

    LivePainting(TextureTable& table, const Painting& painting, double time_s);
    ~LivePainting();
    LivePainting(const LivePainting&) = delete;
    LivePainting& operator=(const LivePainting&) = delete;

    const Painting& painting() const { return painting_; }
    Size size() const { return size_; }

    // Moves on to this moment. True when a redraw begins: draw it by draw_strip() or elsewhere.
    bool advance(double time_s, double redraw_every_s = redraw_least_s);
    bool drawing() const { return phase_ == Phase::drawing; }
    // The moment that the redraw shows: zero is what the still painting shows.
    double shader_time_s() const { return started_s_ - born_s_ + redraw_least_s; }
    void draw_strip(const Brush& brush);
    void take(const image::Pixels& pixels);
    // There will be no picture this time.
    void give_up() { phase_ = Phase::resting; }

    // What is seen now; `still` until the first redraw is there.
    Graphics::LivePainting seen(Texture still, double time_s) const;

    std::uint64_t ticket = 0;  // of the redraw, where the paint thread does it

private:
    enum class Phase { resting, drawing, drawn, fading };

    std::size_t next() const { return shown_ == 0 ? 1 : 0; }

    TextureTable& table_;
    Painting painting_;
    Size size_;
    std::array<Texture, 2> textures_{};  // drawn in turn
    std::array<FramebufferName, 2> framebuffers_;
    Phase phase_ = Phase::resting;
    int shown_ = -1;  // of textures_; -1: the still painting
    int strips_drawn_ = 0;
    double born_s_ = 0;
    double started_s_ = 0;
    double fade_started_s_ = 0;
};

}  // namespace wenlan::gfx
