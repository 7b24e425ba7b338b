// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/surface.h"

namespace wenlan::app {
namespace {

base::Result<Surface> with_graphics(std::unique_ptr<gfx::Window> window,
                                    const gfx::Folders& folders, text::Typesetter& typesetter) {
    auto graphics = TRY(gfx::Graphics::create(folders, typesetter));
    return Surface{std::move(window), std::move(graphics)};
}

}  // namespace

base::Result<Surface> open_surface(const gfx::WindowOptions& options, const base::Clock& clock,
                                   const gfx::Folders& folders, text::Typesetter& typesetter) {
    auto window = TRY(gfx::Window::open(options, clock));
    return with_graphics(std::move(window), folders, typesetter);
}

base::Result<Surface> open_offscreen(gfx::Size size, const gfx::Folders& folders,
                                     text::Typesetter& typesetter) {
    auto window = TRY(gfx::Window::surfaceless(size));
    return with_graphics(std::move(window), folders, typesetter);
}

void Waker::watch(gfx::Window* window) {
    const std::lock_guard lock(mutex_);
    window_ = window;
}

void Waker::wake() {
    const std::lock_guard lock(mutex_);
    if (window_ != nullptr) window_->wake();
}

}  // namespace wenlan::app
