// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gfx/gl/context.h"
#include "gfx/gl/names.h"
#include "gfx/graphics.h"
#include "gfx/scrolled_content.h"
#include "image/pixels.h"

namespace wenlan::gfx {

// A texture that can be drawn into. Its row 0 is the top of the picture, as in every texture here.
// Where the context can, its bytes are ordered as a window's are: blits between them then cost a
// tenth.
class FrameTarget {
public:
    explicit FrameTarget(const GlContext& context) : context_(context) {}

    // Gives it this size; true if it was made anew (its content is then open).
    bool resize(Size size);
    Size size() const { return size_; }
    bool empty() const { return size_ == Size{}; }

    void bind() const;  // as the target of what is drawn, with the viewport over all of it
    GLuint framebuffer() const { return framebuffer_.get(); }
    GLuint texture() const { return texture_.get(); }

    void copy_to(const FrameTarget& target) const;  // of the same size
    // Moves some of its pixels by way of `scratch`, which gets this size.
    void move(const PixelMove& move, FrameTarget& scratch);
    image::Pixels read() const;

private:
    bool attach(bool bgra);

    GlContext context_;
    Size size_;
    TextureName texture_;
    FramebufferName framebuffer_;
};

}  // namespace wenlan::gfx
