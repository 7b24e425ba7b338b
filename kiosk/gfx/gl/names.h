// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glad/gl.h>
#include <utility>

namespace wenlan::gfx {

// Owns the name of one GL object. Must be destroyed with its context current.
template <void (*Delete)(GLuint)>
class GlName {
public:
    GlName() = default;
    explicit GlName(GLuint name) : name_(name) {}
    GlName(GlName&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
    GlName& operator=(GlName&& other) noexcept {
        if (this != &other) {
            reset();
            name_ = std::exchange(other.name_, 0);
        }
        return *this;
    }
    GlName(const GlName&) = delete;
    GlName& operator=(const GlName&) = delete;
    ~GlName() { reset(); }

    GLuint get() const { return name_; }
    explicit operator bool() const { return name_ != 0; }

private:
    void reset() {
        if (name_ != 0) Delete(name_);
        name_ = 0;
    }

    GLuint name_ = 0;
};

namespace gl_delete {
inline void texture(GLuint name) { glDeleteTextures(1, &name); }
inline void framebuffer(GLuint name) { glDeleteFramebuffers(1, &name); }
inline void buffer(GLuint name) { glDeleteBuffers(1, &name); }
inline void vertex_array(GLuint name) { glDeleteVertexArrays(1, &name); }
inline void program(GLuint name) { glDeleteProgram(name); }
inline void shader(GLuint name) { glDeleteShader(name); }
}  // namespace gl_delete

using TextureName = GlName<gl_delete::texture>;
using FramebufferName = GlName<gl_delete::framebuffer>;
using BufferName = GlName<gl_delete::buffer>;
using VertexArrayName = GlName<gl_delete::vertex_array>;
using ProgramName = GlName<gl_delete::program>;
using ShaderName = GlName<gl_delete::shader>;

inline FramebufferName make_framebuffer() {
    GLuint name = 0;
    glGenFramebuffers(1, &name);
    return FramebufferName(name);
}

inline BufferName make_buffer() {
    GLuint name = 0;
    glGenBuffers(1, &name);
    return BufferName(name);
}

inline VertexArrayName make_vertex_array() {
    GLuint name = 0;
    glGenVertexArrays(1, &name);
    return VertexArrayName(name);
}

}  // namespace wenlan::gfx
