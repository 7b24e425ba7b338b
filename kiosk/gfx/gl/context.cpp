// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/gl/context.h"

#include <array>
#include <cstdint>
#include <glad/gl.h>
#include <string>
#include <string_view>

#include "base/log.h"
#include "gfx/gl/names.h"

namespace wenlan::gfx {

namespace {

// From KHR_robustness; the loader is generated for the core functions alone.
constexpr GLenum context_lost_error = 0x0507;
using ResetStatus = GLenum(GLAD_API_PTR*)();
ResetStatus reset_status = nullptr;

bool has_extension(std::string_view wanted) {
    GLint count = 0;
    glGetIntegerv(GL_NUM_EXTENSIONS, &count);
    for (GLint index = 0; index < count; ++index) {
        const auto* name =
            reinterpret_cast<const char*>(glGetStringi(GL_EXTENSIONS, static_cast<GLuint>(index)));
        if (name != nullptr && wanted == name) return true;
    }
    return false;
}

ResetStatus find_reset_status(GlLoader loader) {
    const bool robust = has_extension("GL_KHR_robustness") || has_extension("GL_EXT_robustness") ||
                        has_extension("GL_ARB_robustness");
    if (!robust) return nullptr;
    for (const char* name : {"glGetGraphicsResetStatus", "glGetGraphicsResetStatusKHR",
                             "glGetGraphicsResetStatusEXT", "glGetGraphicsResetStatusARB"}) {
        if (const GlFunction function = loader(name))
            return reinterpret_cast<ResetStatus>(function);
    }
    return nullptr;
}

// Rows of different shades are moved up by one, over each other.
bool copies_from_top() {
    constexpr int side = 64;
    constexpr int moved_width = side / 2;
    GLuint name = 0;
    glGenTextures(1, &name);
    const TextureName texture(name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, side, side, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    const FramebufferName framebuffer = make_framebuffer();
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.get());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, name, 0);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) return false;
    glEnable(GL_SCISSOR_TEST);
    const auto shade = [](int row) { return static_cast<float>(row) / 255.0F; };
    for (int row = 0; row < side; ++row) {
        glScissor(0, row, side, 1);
        glClearColor(shade(row), 0, 0, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }
    glDisable(GL_SCISSOR_TEST);
    glBlitFramebuffer(0, 1, moved_width, side, 0, 0, moved_width, side - 1, GL_COLOR_BUFFER_BIT,
                      GL_NEAREST);
    std::array<std::uint8_t, std::size_t{side} * side * 4> bytes{};
    glReadPixels(0, 0, side, side, GL_RGBA, GL_UNSIGNED_BYTE, bytes.data());
    for (int row = 0; row + 1 < side; ++row) {
        if (bytes[static_cast<std::size_t>(row * side * 4)] != row + 1) return false;
    }
    return glGetError() == GL_NO_ERROR;
}

}  // namespace

base::Result<void> load_gl(GlApi api, GlLoader loader) {
    const int version = api == GlApi::gl ? gladLoadGL(loader) : gladLoadGLES2(loader);
    if (version == 0 || GLAD_VERSION_MAJOR(version) < 3) {
        return base::Error{"gfx.no-gl",
                           "The graphics driver offers no OpenGL 3.3 or OpenGL ES 3.0.",
                           "loader found version " + std::to_string(version)};
    }
    reset_status = find_reset_status(loader);
    return {};
}

GlContext describe_gl() {
    GlContext context;
    const auto* version = reinterpret_cast<const char*>(glGetString(GL_VERSION));
    const bool gles = version != nullptr && std::string_view(version).starts_with("OpenGL ES");
    context.api = gles ? GlApi::gles : GlApi::gl;
    context.bgra_targets = !gles || has_extension("GL_EXT_texture_format_BGRA8888");
    context.bgra_reads = !gles || has_extension("GL_EXT_read_format_bgra");
    const auto* renderer = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    const std::string_view words = renderer != nullptr ? renderer : "";
    for (const char* name : {"llvmpipe", "softpipe", "SWR", "SwiftShader", "Software"}) {
        context.software = context.software || words.find(name) != std::string_view::npos;
    }
    context.copies_from_top = context.software && copies_from_top();
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &context.texture_side_max);
    return context;
}

bool gl_context_lost() {
    if (reset_status != nullptr && reset_status() != GL_NO_ERROR) return true;
    // A lost context may report an error for ever: look at a few only.
    for (int looked = 0; looked < 8; ++looked) {
        const GLenum error = glGetError();
        if (error == GL_NO_ERROR) return false;
        if (error == context_lost_error) return true;
        base::log::warning("gl error " + std::to_string(error));
    }
    return false;
}

}  // namespace wenlan::gfx
