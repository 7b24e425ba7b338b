// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>

#include "base/ports.h"
#include "base/result.h"
#include "gfx/graphics.h"
#include "gfx/window.h"
#include "text/typesetter.h"

namespace wenlan::app {

// A window with everything that is drawn into it; the window goes last.
struct Surface {
    std::unique_ptr<gfx::Window> window;
    std::unique_ptr<gfx::Graphics> graphics;
};

base::Result<Surface> open_surface(const gfx::WindowOptions& options, const base::Clock& clock,
                                   const gfx::Folders& folders, text::Typesetter& typesetter);
// Without a display, in this size.
base::Result<Surface> open_offscreen(gfx::Size size, const gfx::Folders& folders,
                                     text::Typesetter& typesetter);

// Wakes the window that there is at the moment, if there is one. Any thread.
class Waker {
public:
    void watch(gfx::Window* window);
    void wake();

private:
    std::mutex mutex_;
    gfx::Window* window_ = nullptr;
};

}  // namespace wenlan::app
