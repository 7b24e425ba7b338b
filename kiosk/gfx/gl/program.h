// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/result.h"
#include "gfx/gl/context.h"
#include "gfx/gl/names.h"

namespace wenlan::gfx {

// A linked shader program. Sources are written without #version: a prelude adds what GL 3.3 core or
// GLES 3.0 needs, declares `out vec4 out_color` in fragment shaders and keeps line numbers.
class Program {
public:
    // "gfx.shader" with the compiler's words in the detail.
    static base::Result<Program> compile(GlApi api, std::string_view vertex,
                                         std::string_view fragment);

    void use() const { glUseProgram(name_.get()); }

    // Of the program in use; a name that the shader does not have is ignored.
    void set(const char* name, int value) const { glUniform1i(at(name), value); }
    void set(const char* name, float value) const { glUniform1f(at(name), value); }
    void set(const char* name, float x, float y) const { glUniform2f(at(name), x, y); }
    void set(const char* name, float x, float y, float z) const { glUniform3f(at(name), x, y, z); }
    void set(const char* name, float x, float y, float z, float w) const {
        glUniform4f(at(name), x, y, z, w);
    }
    // An array of vec2.
    void set(const char* name, const float* pairs, int count) const {
        glUniform2fv(at(name), count, pairs);
    }

private:
    explicit Program(ProgramName name) : name_(std::move(name)) {}
    GLint at(const char* name) const { return glGetUniformLocation(name_.get(), name); }

    ProgramName name_;
};

// Attribute places of the vertex shaders.
inline constexpr GLuint attribute_position = 0;
inline constexpr GLuint attribute_uv = 1;
inline constexpr GLuint attribute_color = 2;

}  // namespace wenlan::gfx
