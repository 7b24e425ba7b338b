// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/brush.h"

#include "gfx/files.h"

namespace wenlan::gfx {

namespace {
constexpr const char* vertex_file = "screen.vert";
constexpr const char* fragment_file = "ink-landscape.frag";
}  // namespace

std::uint64_t PaintingSource::stamp_of(const std::filesystem::path& shaders) {
    return file_stamp(shaders / vertex_file) * 31 + file_stamp(shaders / fragment_file);
}

base::Result<PaintingSource> PaintingSource::read(const std::filesystem::path& shaders) {
    PaintingSource source;
    source.stamp = stamp_of(shaders);
    source.vertex = TRY(read_file(shaders / vertex_file));
    source.fragment = TRY(read_file(shaders / fragment_file));
    return source;
}

base::Result<void> Brush::take(const PaintingSource& source) {
    if (source.stamp == stamp_) return {};
    stamp_ = source.stamp;
    auto program = Program::compile(api_, source.vertex, source.fragment);
    if (!program) {
        base::Error error = program.error();
        error.detail = std::string(fragment_file) + ": " + error.detail;
        return error;
    }
    program_ = std::move(program).value();
    return {};
}

void Brush::draw(const Painting& painting, Size size, double time_s, GLuint framebuffer,
                 int row_begin, int row_end) const {
    base::ensure(ready(), "a brush paints with a shader");
    const Program& program = *program_;
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glViewport(0, 0, size.width, size.height);
    glEnable(GL_SCISSOR_TEST);
    glScissor(0, row_begin, size.width, row_end - row_begin);
    glDisable(GL_BLEND);
    glBindVertexArray(array_.get());
    program.use();
    program.set("uRes", static_cast<float>(size.width), static_cast<float>(size.height));
    program.set("uWater", painting.water);
    program.set("uScale", painting.scale);
    program.set("uBridge", painting.bridge[0], painting.bridge[1], painting.bridge[2]);
    program.set("uSeed", painting.seed);
    program.set("uTime", static_cast<float>(time_s));
    program.set("uSun", painting.sun[0], painting.sun[1], painting.sun[2], painting.sun[3]);
    program.set("uInk", painting.ink);
    program.set("uHouses", painting.houses);
    program.set("uDusk", painting.dusk);
    program.set("uHill", painting.hill);
    program.set("uFadeTop", painting.fade_top);
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glBindVertexArray(0);
    glDisable(GL_SCISSOR_TEST);
}

FramebufferName framebuffer_over(GLuint texture) {
    FramebufferName framebuffer = make_framebuffer();
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.get());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
    return framebuffer;
}

}  // namespace wenlan::gfx
