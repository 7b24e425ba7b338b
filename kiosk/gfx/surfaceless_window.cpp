// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

#include "gfx/gl/surfaceless.h"
#include "gfx/window.h"

namespace wenlan::gfx {

namespace {

class SurfacelessWindow final : public Window {
public:
    SurfacelessWindow(Size size, std::unique_ptr<SurfacelessContext> context)
        : size_(size), context_(std::move(context)) {}

    Size frame_size() const override { return size_; }
    Size window_size() const override { return size_; }
    int quarter_turns() const override { return 0; }
    bool should_close() const override { return false; }
    std::vector<TouchEvent> wait(int timeout_ms) override {
        std::unique_lock lock(mutex_);
        woken_.wait_for(lock, std::chrono::milliseconds(timeout_ms), [this] { return wake_; });
        wake_ = false;
        return {};
    }
    void wake() override {
        {
            const std::lock_guard lock(mutex_);
            wake_ = true;
        }
        woken_.notify_all();
    }
    void swap() override {}
    void follow_monitors() override {}
    bool take_exposed() override { return false; }

private:
    Size size_;
    std::unique_ptr<SurfacelessContext> context_;
    std::mutex mutex_;
    std::condition_variable woken_;
    bool wake_ = false;
};

base::Result<std::unique_ptr<Window>> open_with(GlApi api, Size size) {
    auto context = TRY(SurfacelessContext::create(api, size));
    const auto loaded = load_gl(api, surfaceless_function);
    if (!loaded) return loaded.error();
    return std::unique_ptr<Window>(std::make_unique<SurfacelessWindow>(size, std::move(context)));
}

}  // namespace

base::Result<std::unique_ptr<Window>> Window::surfaceless(Size size, WindowOptions::Api api) {
    if (api == WindowOptions::Api::gl) return open_with(GlApi::gl, size);
    if (api == WindowOptions::Api::gles) return open_with(GlApi::gles, size);
    auto window = open_with(GlApi::gl, size);
    return window ? std::move(window) : open_with(GlApi::gles, size);
}

}  // namespace wenlan::gfx
