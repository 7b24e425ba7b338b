// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "gfx/frame_target.h"
#include "gfx/gl/names.h"
#include "gfx/shaders.h"

namespace wenlan::gfx {

// Copies the frame to the window: a blit, or a textured rectangle when the panel is mounted turned.
class Presenter {
public:
    explicit Presenter(bool software) : software_(software), array_(make_vertex_array()) {}

    void present(const FrameTarget& frame, const Shaders& shaders, Size window, int quarter_turns);
    // Whether the window's back buffer has been seen to keep its content over a swap, so that it
    // can be the frame itself. The standard does not promise it: it is looked at, and only where
    // the processor draws, because only there a copy of the frame is dear.
    bool window_keeps_content() const { return keeps_ == Keeps::yes; }

private:
    enum class Keeps { unknown, yes, no };
    bool software_;
    Keeps keeps_ = Keeps::unknown;
    std::vector<std::uint8_t> left_there_;  // one column of the window, before the swap
    VertexArrayName array_;
};

}  // namespace wenlan::gfx
