// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/presenter.h"

#include <algorithm>

#include "gfx/turn.h"

namespace wenlan::gfx {

namespace {

// Through the middle; none if it is of one colour, which would tell nothing.
std::vector<std::uint8_t> column_of_window(Size window) {
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(window.height) * 4);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(window.width / 2, 0, 1, window.height, GL_RGBA, GL_UNSIGNED_BYTE, bytes.data());
    const bool plain = std::equal(bytes.begin() + 4, bytes.end(), bytes.begin());
    return plain ? std::vector<std::uint8_t>{} : bytes;
}

}  // namespace

void Presenter::present(const FrameTarget& frame, const Shaders& shaders, Size window,
                        int quarter_turns) {
    if (frame.is_window()) return;
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_BLEND);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    // A context without a surface has no window to copy to.
    if (glCheckFramebufferStatus(GL_DRAW_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) return;
    if (software_ && keeps_ == Keeps::unknown && !left_there_.empty()) {
        keeps_ = column_of_window(window) == left_there_ ? Keeps::yes : Keeps::no;
    }
    const int turns = normal_turns(quarter_turns);
    const Size size = frame.size();
    if (turns == 0) {
        glBindFramebuffer(GL_READ_FRAMEBUFFER, frame.framebuffer());
        glBlitFramebuffer(0, 0, size.width, size.height, 0, window.height, window.width, 0,
                          GL_COLOR_BUFFER_BIT, size == window ? GL_NEAREST : GL_LINEAR);
        if (software_ && keeps_ == Keeps::unknown) left_there_ = column_of_window(window);
        return;
    }
    glViewport(0, 0, window.width, window.height);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, frame.texture());
    glBindVertexArray(array_.get());
    const Program& program = shaders.get(ShaderId::present);
    program.use();
    program.set("uTexture", 0);
    program.set("uTurns", turns);
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glBindVertexArray(0);
}

}  // namespace wenlan::gfx
