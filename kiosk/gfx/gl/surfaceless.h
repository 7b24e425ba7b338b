// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "base/result.h"
#include "gfx/gl/context.h"
#include "gfx/graphics.h"

namespace wenlan::gfx {

// An EGL context without a screen, current on the thread that made it and to be destroyed there.
class SurfacelessContext {
public:
    // With a buffer of this size, where the platform has such, in the place of a window.
    static base::Result<std::unique_ptr<SurfacelessContext>> create(GlApi api,
                                                                    std::optional<Size> buffer);
    virtual ~SurfacelessContext() = default;
};

// Of the context, for load_gl().
GlFunction surfaceless_function(const char* name);

}  // namespace wenlan::gfx
