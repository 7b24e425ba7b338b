// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace wenlan::gfx {

enum class GlApi { gl, gles };

using GlFunction = void (*)();
using GlLoader = GlFunction (*)(const char* name);

// What the current context can do.
struct GlContext {
    GlApi api = GlApi::gl;
    bool bgra_targets = false;  // textures laid out as windows are, so that copying is a memcpy
    bool bgra_reads = false;
    bool software = false;  // drawn by the processor
    // A copy within one framebuffer goes row by row from the top: upwards, rows may overlap. The
    // standard leaves that open; it is tried once, on software rasterisers only.
    bool copies_from_top = false;
    int texture_side_max = 2048;
};

// Finds the GL functions of the context that was just made current. The functions are the
// process's: one context is current at a time.
base::Result<void> load_gl(GlApi api, GlLoader loader);
GlContext describe_gl();

// Whether the graphics reset or the context is otherwise gone. Clears the GL error state; other
// errors are logged.
bool gl_context_lost();

}  // namespace wenlan::gfx
