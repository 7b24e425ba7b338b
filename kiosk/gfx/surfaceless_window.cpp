// SPDX-License-Identifier: GPL-3.0-or-later
#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <array>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <utility>

#include "gfx/gl/context.h"
#include "gfx/window.h"

namespace wenlan::gfx {

namespace {

base::Error no_egl(const char* what) {
    return {"gfx.no-egl", "Pictures cannot be drawn on this machine without a display.", what};
}

bool has_word(const char* words, const char* wanted) {
    return words != nullptr && std::strstr(words, wanted) != nullptr;
}

GlFunction egl_function(const char* name) { return eglGetProcAddress(name); }

// The display belongs to the process and is opened once: several contexts may follow each other.
base::Result<EGLDisplay> open_display() {
    const char* client = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
    if (!has_word(client, "EGL_MESA_platform_surfaceless"))
        return no_egl("no surfaceless platform");
    const auto get_display = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(
        eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (get_display == nullptr) return no_egl("no eglGetPlatformDisplayEXT");
    const EGLDisplay display = get_display(EGL_PLATFORM_SURFACELESS_MESA,
                                           reinterpret_cast<void*>(EGL_DEFAULT_DISPLAY), nullptr);
    if (display == EGL_NO_DISPLAY) return no_egl("no display");
    if (eglInitialize(display, nullptr, nullptr) == EGL_FALSE) return no_egl("eglInitialize");
    return display;
}

class SurfacelessWindow final : public Window {
public:
    explicit SurfacelessWindow(Size size) : size_(size) {}
    ~SurfacelessWindow() override {
        if (display_ == EGL_NO_DISPLAY) return;
        eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (surface_ != EGL_NO_SURFACE) eglDestroySurface(display_, surface_);
        if (context_ != EGL_NO_CONTEXT) eglDestroyContext(display_, context_);
    }

    base::Result<void> make_current(GlApi api);

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
    base::Result<EGLConfig> choose_config(GlApi api, bool with_surface) const;

    Size size_;
    EGLDisplay display_ = EGL_NO_DISPLAY;
    EGLContext context_ = EGL_NO_CONTEXT;
    EGLSurface surface_ = EGL_NO_SURFACE;
    std::mutex mutex_;
    std::condition_variable woken_;
    bool wake_ = false;
};

base::Result<EGLConfig> SurfacelessWindow::choose_config(GlApi api, bool with_surface) const {
    const EGLint renderable = api == GlApi::gl ? EGL_OPENGL_BIT : EGL_OPENGL_ES3_BIT;
    const std::array<EGLint, 15> wanted{EGL_SURFACE_TYPE,
                                        with_surface ? EGL_PBUFFER_BIT : 0,
                                        EGL_RENDERABLE_TYPE,
                                        renderable,
                                        EGL_RED_SIZE,
                                        8,
                                        EGL_GREEN_SIZE,
                                        8,
                                        EGL_BLUE_SIZE,
                                        8,
                                        EGL_ALPHA_SIZE,
                                        8,
                                        EGL_DEPTH_SIZE,
                                        0,
                                        EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (eglChooseConfig(display_, wanted.data(), &config, 1, &count) == EGL_FALSE || count == 0) {
        return no_egl("no configuration");
    }
    return config;
}

base::Result<void> SurfacelessWindow::make_current(GlApi api) {
    display_ = TRY(open_display());
    if (eglBindAPI(api == GlApi::gl ? EGL_OPENGL_API : EGL_OPENGL_ES_API) == EGL_FALSE) {
        return no_egl("eglBindAPI");
    }
    // A buffer stands in for the window where the platform has one, so that presenting can be seen.
    auto config = choose_config(api, true);
    const bool buffered = config.ok();
    if (!buffered) config = choose_config(api, false);
    if (!config) return config.error();
    const std::array<EGLint, 5> gl_33{EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 3,
                                      EGL_NONE};
    const std::array<EGLint, 5> gles_30{EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 0,
                                        EGL_NONE};
    context_ = eglCreateContext(display_, config.value(), EGL_NO_CONTEXT,
                                (api == GlApi::gl ? gl_33 : gles_30).data());
    if (context_ == EGL_NO_CONTEXT) return no_egl("eglCreateContext");
    if (buffered) {
        const std::array<EGLint, 5> size{EGL_WIDTH, size_.width, EGL_HEIGHT, size_.height,
                                         EGL_NONE};
        surface_ = eglCreatePbufferSurface(display_, config.value(), size.data());
    }
    if (eglMakeCurrent(display_, surface_, surface_, context_) == EGL_FALSE) {
        return no_egl("eglMakeCurrent");
    }
    return load_gl(api, egl_function);
}

}  // namespace

base::Result<std::unique_ptr<Window>> Window::surfaceless(Size size, WindowOptions::Api api) {
    base::Error last = no_egl("no API was tried");
    for (const GlApi candidate : {GlApi::gl, GlApi::gles}) {
        if (api == WindowOptions::Api::gl && candidate != GlApi::gl) continue;
        if (api == WindowOptions::Api::gles && candidate != GlApi::gles) continue;
        auto window = std::make_unique<SurfacelessWindow>(size);
        const auto current = window->make_current(candidate);
        if (current) return std::unique_ptr<Window>(std::move(window));
        last = current.error();
    }
    return last;
}

}  // namespace wenlan::gfx
