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
    if (size == size_) return false;
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

void FrameTarget::become_window() {
    texture_ = {};
    framebuffer_ = {};
}

void FrameTarget::bind(Size frame, int top) const {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.get());
    glViewport(0, -top, frame.width, frame.height);
    glDisable(GL_SCISSOR_TEST);
}

void FrameTarget::scissor(const PixelRect& rect) const {
    const int first = std::min(gl_row(rect.top), gl_row(rect.bottom));
    glScissor(rect.left, first, rect.right - rect.left, rect.bottom - rect.top);
}

void FrameTarget::copy_to(const FrameTarget& target) const {
    base::ensure(size_ == target.size_, "frames of one size are copied");
    copy_rect_to(target, {0, 0, size_.width, size_.height}, 0, 0);
}

void FrameTarget::copy_rect_to(const FrameTarget& target, const PixelRect& rect, int left,
                               int top) const {
    if (rect.empty()) return;
    glDisable(GL_SCISSOR_TEST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.get());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target.framebuffer_.get());
    glBlitFramebuffer(rect.left, gl_row(rect.top), rect.right, gl_row(rect.bottom), left,
                      target.gl_row(top), left + rect.right - rect.left,
                      target.gl_row(top + rect.bottom - rect.top), GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

// A framebuffer must not be copied onto itself where the two places overlap, unless the context
// goes through it in order: a long way is gone in bands that do not, a short one by way of another.
void FrameTarget::move(const PixelMove& move, FrameTarget& scratch) {
    constexpr int bands_max = 24;
    const PixelRect& to = move.to;
    const int way = std::abs(move.up_px);
    const int rows = to.bottom - to.top;
    const auto from = [&](int top, int count) {
        return PixelRect{to.left, top + move.up_px, to.right, top + move.up_px + count};
    };
    if (context_.copies_from_top && move.up_px > 0) {
        copy_rect_to(*this, from(to.top, rows), to.left, to.top);
    } else if (rows <= way * bands_max) {
        for (int done = 0; done < rows; done += way) {
            const int count = std::min(way, rows - done);
            // The end that is written to first is the one whose rows are not read any more.
            const int top = move.up_px > 0 ? to.top + done : to.bottom - done - count;
            copy_rect_to(*this, from(top, count), to.left, top);
        }
    } else {
        scratch.resize(size_);
        const PixelRect source = from(to.top, rows);
        copy_rect_to(scratch, source, source.left, source.top);
        scratch.copy_rect_to(*this, source, to.left, to.top);
    }
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
    if (is_window()) {
        const auto row_bytes = static_cast<std::ptrdiff_t>(size_.width) * 4;
        for (std::ptrdiff_t top = 0, low = size_.height - 1; top < low; ++top, --low) {
            std::swap_ranges(pixels.rgba.begin() + top * row_bytes,
                             pixels.rgba.begin() + (top + 1) * row_bytes,
                             pixels.rgba.begin() + low * row_bytes);
        }
    }
    if (bgra) {
        for (std::size_t at = 0; at < pixels.rgba.size(); at += 4) {
            std::swap(pixels.rgba[at], pixels.rgba[at + 2]);
        }
    }
    return pixels;
}

}  // namespace wenlan::gfx
