// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "gfx/draw_renderer.h"
#include "gfx/frame_change.h"
#include "gfx/frame_target.h"
#include "gfx/shaders.h"
#include "gfx/texture_table.h"

namespace wenlan::gfx {

// Puts a frame together from what is kept of the last one and what is drawn anew. Of a list that
// scrolled, the rows that nothing lies over are moved within the frame; those under a fade or the
// dock are kept apart, moved there, and what lies over them is drawn on a copy. While a veil lies
// over the frame, all that is under it is kept apart in the same way.
class FrameComposer {
public:
    explicit FrameComposer(const GlContext& context)
        : frame_(context),
          unveiled_(context),
          under_(context),
          frame_scratch_(context),
          under_scratch_(context) {}

    // True if the frame was made anew: nothing of it is kept.
    bool resize(Size size);
    const FrameTarget& frame() const { return frame_; }
    // The window's back buffer shows the frame and keeps it: from now on it is the frame.
    void draw_into_window() { frame_.become_window(); }

    bool veiled() const { return veiled_; }

    void compose(const ImDrawData& data, const FrameChange& change, const Shaders& shaders,
                 const TextureTable& textures, std::array<float, 3> clear);

private:
    void draw_changes(const DrawRenderer::Scene& scene, const FrameChange& change,
                      FrameTarget& target);
    void move(const PixelMove& move, const RowsUnder* under, FrameTarget& target);

    FrameTarget frame_;
    FrameTarget unveiled_;  // the frame without its veil, while there is one
    bool veiled_ = false;
    FrameTarget under_;  // RowsUnder::rows, at the frame's full width
    FrameTarget frame_scratch_;
    FrameTarget under_scratch_;
    DrawRenderer renderer_;
};

}  // namespace wenlan::gfx
