// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/presenter.h"

#include "gfx/turn.h"

namespace wenlan::gfx {

void Presenter::present(const FrameTarget& frame, const Shaders& shaders, Size window,
                        int quarter_turns) const {
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_BLEND);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    // A context without a surface has no window to copy to.
    if (glCheckFramebufferStatus(GL_DRAW_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) return;
    const int turns = normal_turns(quarter_turns);
    const Size size = frame.size();
    if (turns == 0) {
        glBindFramebuffer(GL_READ_FRAMEBUFFER, frame.framebuffer());
        glBlitFramebuffer(0, 0, size.width, size.height, 0, window.height, window.width, 0,
                          GL_COLOR_BUFFER_BIT, size == window ? GL_NEAREST : GL_LINEAR);
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
