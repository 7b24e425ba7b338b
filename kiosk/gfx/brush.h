// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"
#include "gfx/gl/program.h"
#include "gfx/graphics.h"

namespace wenlan::gfx {

struct PaintingSource {
    std::string vertex;
    std::string fragment;
    std::uint64_t stamp = 0;  // of the files

    static std::uint64_t stamp_of(const std::filesystem::path& shaders);
    static base::Result<PaintingSource> read(const std::filesystem::path& shaders);
};

// The painting's shader in the context that is current. A source that cannot be built leaves the
// last good one.
class Brush {
public:
    explicit Brush(GlApi api) : api_(api), array_(make_vertex_array()) {}

    // Builds what is new in it. The error is given once for each stamp.
    base::Result<void> take(const PaintingSource& source);
    bool ready() const { return program_.has_value(); }

    // Rows of the whole painting at this size, as it is at time_s, into a framebuffer of that size.
    void draw(const Painting& painting, Size size, double time_s, GLuint framebuffer, int row_begin,
              int row_end) const;

private:
    GlApi api_;
    VertexArrayName array_;
    std::optional<Program> program_;
    std::uint64_t stamp_ = 0;
};

FramebufferName framebuffer_over(GLuint texture);

}  // namespace wenlan::gfx
