// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/gl/program.h"

#include <array>
#include <string>

namespace wenlan::gfx {

namespace {

std::string prelude(GlApi api, GLenum stage) {
    std::string text = api == GlApi::gl ? "#version 330 core\n" : "#version 300 es\n";
    text += "precision highp float;\nprecision highp int;\n";
    if (stage == GL_FRAGMENT_SHADER) text += "layout(location = 0) out vec4 out_color;\n";
    text += "#line 1\n";
    return text;
}

base::Error broken(const char* what, std::string detail) {
    return {"gfx.shader", "A shader program could not be built.",
            std::string(what) + ": " + detail};
}

base::Result<ShaderName> compile_stage(GlApi api, GLenum stage, std::string_view source) {
    ShaderName shader(glCreateShader(stage));
    const std::string head = prelude(api, stage);
    const std::array<const char*, 2> parts{head.data(), source.data()};
    const std::array<GLint, 2> lengths{static_cast<GLint>(head.size()),
                                       static_cast<GLint>(source.size())};
    glShaderSource(shader.get(), 2, parts.data(), lengths.data());
    glCompileShader(shader.get());
    GLint good = GL_FALSE;
    glGetShaderiv(shader.get(), GL_COMPILE_STATUS, &good);
    if (good == GL_TRUE) return shader;
    std::array<char, 2048> words{};
    glGetShaderInfoLog(shader.get(), static_cast<GLsizei>(words.size()), nullptr, words.data());
    return broken(stage == GL_VERTEX_SHADER ? "vertex shader" : "fragment shader", words.data());
}

}  // namespace

base::Result<Program> Program::compile(GlApi api, std::string_view vertex,
                                       std::string_view fragment) {
    const ShaderName vertex_stage = TRY(compile_stage(api, GL_VERTEX_SHADER, vertex));
    const ShaderName fragment_stage = TRY(compile_stage(api, GL_FRAGMENT_SHADER, fragment));
    ProgramName name(glCreateProgram());
    glAttachShader(name.get(), vertex_stage.get());
    glAttachShader(name.get(), fragment_stage.get());
    glBindAttribLocation(name.get(), attribute_position, "position");
    glBindAttribLocation(name.get(), attribute_uv, "uv");
    glBindAttribLocation(name.get(), attribute_color, "color");
    glLinkProgram(name.get());
    GLint good = GL_FALSE;
    glGetProgramiv(name.get(), GL_LINK_STATUS, &good);
    if (good != GL_TRUE) {
        std::array<char, 2048> words{};
        glGetProgramInfoLog(name.get(), static_cast<GLsizei>(words.size()), nullptr, words.data());
        return broken("linking", words.data());
    }
    return Program(std::move(name));
}

}  // namespace wenlan::gfx
