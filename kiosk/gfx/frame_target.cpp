// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/frame_target.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <utility>

#include "base/result.h"

namespace wenlan::gfx {

bool FrameTarget::resize(Size size) {
    base::ensure(size.width > 0 && size.height > 0, "a frame has pixels");
    if (size == size_ && texture_) return false;
    size_ = size;
    if (!framebuffer_) framebuffer_ = make_framebuffer();
    if (context_.bgra_targets && attach(true)) return true;
    context_.bgra_targets = false;
    base::ensure(attach(false), "an RGBA texture can be drawn into");
    return true;
}

bool FrameTarget::attach(bool bgra) {
    GLuint name = 0;
    glGenTextures(1, &name);
    texture_ = TextureName(name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    // GLES wants the same unsized format twice, desktop GL a storage and a transfer format.
    const bool gles = context_.api == GlApi::gles;
    const GLint internal = bgra ? (gles ? GL_BGRA : GL_RGBA) : GL_RGBA8;
    glTexImage2D(GL_TEXTURE_2D, 0, internal, size_.width, size_.height, 0, bgra ? GL_BGRA : GL_RGBA,
                 GL_UNSIGNED_BYTE, nullptr);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.get());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, name, 0);
    return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

void FrameTarget::bind() const {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.get());
    glViewport(0, 0, size_.width, size_.height);
    glDisable(GL_SCISSOR_TEST);
}

void FrameTarget::copy_to(const FrameTarget& target) const {
    base::ensure(size_ == target.size_, "frames of one size are copied");
    glDisable(GL_SCISSOR_TEST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.get());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target.framebuffer_.get());
    glBlitFramebuffer(0, 0, size_.width, size_.height, 0, 0, size_.width, size_.height,
                      GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

// A framebuffer must not be copied onto itself where the two places overlap: a long way is gone in
// bands that do not, a short one by way of another.
void FrameTarget::move(const PixelMove& move, FrameTarget& scratch) {
    constexpr int bands_max = 24;
    const PixelRect& to = move.to;
    const int way = std::abs(move.up_px);
    const int rows = to.bottom - to.top;
    const auto copy = [&to](int from_top, int to_top, int count) {
        glBlitFramebuffer(to.left, from_top, to.right, from_top + count, to.left, to_top, to.right,
                          to_top + count, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    };
    glDisable(GL_SCISSOR_TEST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.get());
    if (rows <= way * bands_max) {
        glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer_.get());
        for (int done = 0; done < rows; done += way) {
            const int count = std::min(way, rows - done);
            // The end that is written to first is the one whose rows are not read any more.
            const int top = move.up_px > 0 ? to.top + done : to.bottom - done - count;
            copy(top + move.up_px, top, count);
        }
        return;
    }
    scratch.resize(size_);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.get());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, scratch.framebuffer_.get());
    copy(to.top + move.up_px, to.top + move.up_px, rows);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, scratch.framebuffer_.get());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer_.get());
    copy(to.top + move.up_px, to.top, rows);
}

image::Pixels FrameTarget::read() const {
    image::Pixels pixels;
    pixels.width = size_.width;
    pixels.height = size_.height;
    pixels.rgba.resize(static_cast<std::size_t>(size_.width) *
                       static_cast<std::size_t>(size_.height) * 4);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.get());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    const bool bgra = context_.bgra_targets && context_.bgra_reads;
    glReadPixels(0, 0, size_.width, size_.height, bgra ? GL_BGRA : GL_RGBA, GL_UNSIGNED_BYTE,
                 pixels.rgba.data());
    if (bgra) {
        for (std::size_t at = 0; at < pixels.rgba.size(); at += 4) {
            std::swap(pixels.rgba[at], pixels.rgba[at + 2]);
        }
    }
    return pixels;
}

}  // namespace wenlan::gfx
