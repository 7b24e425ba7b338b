// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gfx/frame_target.h"
#include "gfx/gl/names.h"
#include "gfx/shaders.h"

namespace wenlan::gfx {

// Copies the frame to the window: a blit, or a textured rectangle when the panel is mounted turned.
class Presenter {
public:
    Presenter() : array_(make_vertex_array()) {}

    void present(const FrameTarget& frame, const Shaders& shaders, Size window,
                 int quarter_turns) const;

private:
    VertexArrayName array_;
};

}  // namespace wenlan::gfx
