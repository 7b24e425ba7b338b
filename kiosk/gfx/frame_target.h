// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gfx/gl/context.h"
#include "gfx/gl/names.h"
#include "gfx/graphics.h"
#include "gfx/scrolled_content.h"
#include "image/pixels.h"

namespace wenlan::gfx {

// Something that can be drawn into and keeps what was drawn: a texture, its row 0 the top of the
// picture as in every texture here, or the window itself. Where the context can, a texture's bytes
// are ordered as a window's are: blits between them then cost a tenth.
class FrameTarget {
public:
    explicit FrameTarget(const GlContext& context) : context_(context) {}

    // Gives it this size; true if it was made anew, as a texture (its content is then open).
    bool resize(Size size);
    Size size() const { return size_; }
    bool empty() const { return size_ == Size{}; }

    // From now on the window's back buffer is drawn into, which shows the same already and keeps it
    // from one swap to the next. Ends with the next other size.
    void become_window();
    bool is_window() const { return !empty() && !texture_; }

    // As the target of what is drawn. `top` is the frame's row that is its first one.
    void bind(Size frame, int top = 0) const;
    void scissor(const PixelRect& rect) const;
    GLuint framebuffer() const { return framebuffer_.get(); }
    GLuint texture() const { return texture_.get(); }

    void copy_to(const FrameTarget& target) const;  // of the same size
    // Some of it, to another place of the same size in another target.
    void copy_rect_to(const FrameTarget& target, const PixelRect& rect, int left, int top) const;
    // Moves some of its pixels by way of `scratch`, which gets this size.
    void move(const PixelMove& move, FrameTarget& scratch);
    image::Pixels read() const;

private:
    bool attach(bool bgra);
    int gl_row(int row) const { return is_window() ? size_.height - row : row; }

    GlContext context_;
    Size size_;
    TextureName texture_;
    FramebufferName framebuffer_;
};

}  // namespace wenlan::gfx
