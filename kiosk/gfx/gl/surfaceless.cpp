// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/gl/surfaceless.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <array>
#include <cstring>

namespace wenlan::gfx {

namespace {

base::Error no_egl(const char* what) {
    return {"gfx.no-egl", "Pictures cannot be drawn on this machine without a display.", what};
}

bool has_word(const char* words, const char* wanted) {
    return words != nullptr && std::strstr(words, wanted) != nullptr;
}

// The display belongs to the process: it is opened once and never closed, contexts come and go.
base::Result<EGLDisplay> open_display() {
    const char* client = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
    if (!has_word(client, "EGL_MESA_platform_surfaceless")) {
        return no_egl("no surfaceless platform");
    }
    const auto get_display = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(
        eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (get_display == nullptr) return no_egl("no eglGetPlatformDisplayEXT");
    const EGLDisplay display = get_display(EGL_PLATFORM_SURFACELESS_MESA,
                                           reinterpret_cast<void*>(EGL_DEFAULT_DISPLAY), nullptr);
    if (display == EGL_NO_DISPLAY) return no_egl("no display");
    if (eglInitialize(display, nullptr, nullptr) == EGL_FALSE) return no_egl("eglInitialize");
    return display;
}

base::Result<EGLConfig> choose_config(EGLDisplay display, GlApi api, bool with_buffer) {
    const EGLint renderable = api == GlApi::gl ? EGL_OPENGL_BIT : EGL_OPENGL_ES3_BIT;
    const std::array<EGLint, 15> wanted{EGL_SURFACE_TYPE,
                                        with_buffer ? EGL_PBUFFER_BIT : 0,
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
    if (eglChooseConfig(display, wanted.data(), &config, 1, &count) == EGL_FALSE || count == 0) {
        return no_egl("no configuration");
    }
    return config;
}

class EglContext final : public SurfacelessContext {
public:
    ~EglContext() override {
        if (display_ == EGL_NO_DISPLAY) return;
        eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (surface_ != EGL_NO_SURFACE) eglDestroySurface(display_, surface_);
        if (context_ != EGL_NO_CONTEXT) eglDestroyContext(display_, context_);
        eglReleaseThread();
    }

    base::Result<void> make_current(GlApi api, std::optional<Size> buffer) {
        display_ = TRY(open_display());
        if (eglBindAPI(api == GlApi::gl ? EGL_OPENGL_API : EGL_OPENGL_ES_API) == EGL_FALSE) {
            return no_egl("eglBindAPI");
        }
        auto config = choose_config(display_, api, buffer.has_value());
        if (!config && buffer) {
            buffer.reset();
            config = choose_config(display_, api, false);
        }
        if (!config) return config.error();
        const EGLint minor = api == GlApi::gl ? 3 : 0;
        const std::array<EGLint, 5> version{EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION,
                                            minor, EGL_NONE};
        context_ = eglCreateContext(display_, config.value(), EGL_NO_CONTEXT, version.data());
        if (context_ == EGL_NO_CONTEXT) return no_egl("eglCreateContext");
        if (buffer) {
            const std::array<EGLint, 5> size{EGL_WIDTH, buffer->width, EGL_HEIGHT, buffer->height,
                                             EGL_NONE};
            surface_ = eglCreatePbufferSurface(display_, config.value(), size.data());
        }
        if (eglMakeCurrent(display_, surface_, surface_, context_) == EGL_FALSE) {
            return no_egl("eglMakeCurrent");
        }
        return {};
    }

private:
    EGLDisplay display_ = EGL_NO_DISPLAY;
    EGLContext context_ = EGL_NO_CONTEXT;
    EGLSurface surface_ = EGL_NO_SURFACE;
};

}  // namespace

base::Result<std::unique_ptr<SurfacelessContext>> SurfacelessContext::create(
    GlApi api, std::optional<Size> buffer) {
    auto context = std::make_unique<EglContext>();
    const auto current = context->make_current(api, buffer);
    if (!current) return current.error();
    return std::unique_ptr<SurfacelessContext>(std::move(context));
}

GlFunction surfaceless_function(const char* name) { return eglGetProcAddress(name); }

}  // namespace wenlan::gfx
