// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/glfw_window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <algorithm>
#include <array>
#include <thread>
#include <utility>

#include "base/log.h"
#include "gfx/turn.h"

namespace wenlan::gfx {

namespace {

// Without a display that waits for its beam (software rendering, no window manager) swapping
// returns at once: frames are then paced here. A little under 1/60 s, so that a waiting display is
// not slowed.
constexpr base::Duration frame_least{15};

GlFunction glfw_function(const char* name) { return glfwGetProcAddress(name); }

void log_glfw_error(int code, const char* words) {
    base::log::debug("glfw " + std::to_string(code) + ": " + words);
}

std::string last_words() {
    const char* words = nullptr;
    glfwGetError(&words);
    return words != nullptr ? words : "";
}

// The chosen monitor, the first if that one is away, none if all are.
GLFWmonitor* chosen_monitor(int index) {
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    if (count == 0) return nullptr;
    return monitors[index >= 0 && index < count ? index : 0];
}

}  // namespace

base::Result<std::unique_ptr<Window>> GlfwWindow::open(const WindowOptions& options,
                                                       const base::Clock& clock) {
    // The connection to the display stays open until the process ends: an X server without clients
    // may reset itself and refuse the window that is opened next.
    glfwSetErrorCallback(log_glfw_error);
    if (glfwInit() == GLFW_FALSE) {
        return base::Error{"gfx.no-display", "There is no display to open a window on.",
                           last_words()};
    }
    std::unique_ptr<GlfwWindow> window(new GlfwWindow(options, clock));
    const auto created = window->create();
    if (!created) return created.error();
    return std::unique_ptr<Window>(std::move(window));
}

GlfwWindow::~GlfwWindow() {
    if (window_ != nullptr) glfwDestroyWindow(window_);
}

base::Result<void> GlfwWindow::create() {
    struct Way {
        GlApi api;
        bool by_egl;
    };
    constexpr std::array<Way, 4> ways{
        {{GlApi::gl, false}, {GlApi::gl, true}, {GlApi::gles, true}, {GlApi::gles, false}}};
    std::string reason = "no API was tried";
    for (const Way way : ways) {
        if (options_.api == WindowOptions::Api::gl && way.api != GlApi::gl) continue;
        if (options_.api == WindowOptions::Api::gles && way.api != GlApi::gles) continue;
        if (!create_with(way.api, way.by_egl, true) && !create_with(way.api, way.by_egl, false)) {
            reason = last_words();
            continue;
        }
        glfwMakeContextCurrent(window_);
        const auto loaded = load_gl(way.api, glfw_function);
        if (loaded) {
            glfwSwapInterval(1);
            listen();
            return {};
        }
        reason = loaded.error().detail;
        glfwDestroyWindow(std::exchange(window_, nullptr));
    }
    return base::Error{"gfx.no-gl", "The graphics driver offers no OpenGL 3.3 or OpenGL ES 3.0.",
                       reason};
}

bool GlfwWindow::create_with(GlApi api, bool by_egl, bool robust) {
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_CLIENT_API, api == GlApi::gl ? GLFW_OPENGL_API : GLFW_OPENGL_ES_API);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, api == GlApi::gl ? 3 : 0);
    if (api == GlApi::gl) glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_CONTEXT_CREATION_API,
                   by_egl ? GLFW_EGL_CONTEXT_API : GLFW_NATIVE_CONTEXT_API);
    if (robust) glfwWindowHint(GLFW_CONTEXT_ROBUSTNESS, GLFW_LOSE_CONTEXT_ON_RESET);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwWindowHint(GLFW_RESIZABLE, options_.window ? GLFW_TRUE : GLFW_FALSE);

    GLFWmonitor* monitor = options_.window ? nullptr : chosen_monitor(options_.monitor);
    Size size = options_.window.value_or(Size{1080, 1920});
    if (monitor != nullptr) {
        const GLFWvidmode* mode = glfwGetVideoMode(monitor);
        size = {mode->width, mode->height};
        glfwWindowHint(GLFW_REFRESH_RATE,
                       mode->refreshRate > 0 ? mode->refreshRate : GLFW_DONT_CARE);
    }
    window_ = glfwCreateWindow(size.width, size.height, "文澜 Wenlan", monitor, nullptr);
    return window_ != nullptr;
}

GlfwWindow& GlfwWindow::of(GLFWwindow* window) {
    return *static_cast<GlfwWindow*>(glfwGetWindowUserPointer(window));
}

void GlfwWindow::listen() {
    glfwSetWindowUserPointer(window_, this);
    glfwSetInputMode(window_, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
    glfwGetCursorPos(window_, &x_, &y_);
    glfwSetMouseButtonCallback(window_, [](GLFWwindow* window, int button, int action, int) {
        if (button == GLFW_MOUSE_BUTTON_LEFT) of(window).pressed(action == GLFW_PRESS);
    });
    glfwSetCursorPosCallback(
        window_, [](GLFWwindow* window, double x, double y) { of(window).moved(x, y); });
    glfwSetCharCallback(window_, [](GLFWwindow* window, unsigned character) {
        of(window).add_key(static_cast<char32_t>(character));
    });
    glfwSetKeyCallback(window_, [](GLFWwindow* window, int key, int, int action, int) {
        const bool enter = key == GLFW_KEY_ENTER || key == GLFW_KEY_KP_ENTER;
        if (enter && action == GLFW_PRESS) of(window).add_key(0);
    });
    glfwSetWindowFocusCallback(window_, [](GLFWwindow* window, int focused) {
        GlfwWindow& self = of(window);
        if (focused == GLFW_FALSE && self.down_) {
            self.down_ = false;
            self.add(TouchEvent::Kind::cancel);
        }
    });
    glfwSetWindowRefreshCallback(window_, [](GLFWwindow* window) { of(window).exposed_ = true; });
    glfwSetFramebufferSizeCallback(
        window_, [](GLFWwindow* window, int, int) { of(window).exposed_ = true; });
}

Size GlfwWindow::window_size() const {
    Size size;
    glfwGetFramebufferSize(window_, &size.width, &size.height);
    // A window that is hidden or between two monitors may have none.
    return {std::max(size.width, 1), std::max(size.height, 1)};
}

Size GlfwWindow::frame_size() const { return turned(window_size(), options_.quarter_turns); }

bool GlfwWindow::should_close() const { return glfwWindowShouldClose(window_) != GLFW_FALSE; }

std::vector<TouchEvent> GlfwWindow::wait(int timeout_ms) {
    if (events_.empty() && timeout_ms > 0) {
        glfwWaitEventsTimeout(timeout_ms / 1000.0);
    } else {
        glfwPollEvents();
    }
    return std::exchange(events_, {});
}

std::vector<KeyEvent> GlfwWindow::take_keys() { return std::exchange(keys_, {}); }

void GlfwWindow::add_key(char32_t character) {
    // Nobody takes them where there is no scanner.
    constexpr std::size_t waiting_max = 1024;
    if (keys_.size() < waiting_max) keys_.push_back({character, clock_.uptime()});
}

void GlfwWindow::wake() { glfwPostEmptyEvent(); }

void GlfwWindow::swap() {
    glfwSwapBuffers(window_);
    const base::Duration passed = clock_.uptime() - swapped_;
    if (passed >= base::Duration{0} && passed < frame_least) {
        std::this_thread::sleep_for(frame_least - passed);
    }
    swapped_ = clock_.uptime();
}

void GlfwWindow::follow_monitors() {
    if (options_.window) return;
    GLFWmonitor* wanted = chosen_monitor(options_.monitor);
    if (wanted == nullptr) return;
    const GLFWvidmode* mode = glfwGetVideoMode(wanted);
    int width = 0;
    int height = 0;
    glfwGetWindowSize(window_, &width, &height);
    if (glfwGetWindowMonitor(window_) == wanted && mode->width == width && mode->height == height) {
        return;
    }
    place_on(wanted);
}

void GlfwWindow::place_on(GLFWmonitor* monitor) {
    const GLFWvidmode* mode = glfwGetVideoMode(monitor);
    const char* name = glfwGetMonitorName(monitor);
    base::log::info(std::string("the window moves to the monitor ") + (name ? name : "") + " " +
                    std::to_string(mode->width) + " x " + std::to_string(mode->height));
    if (down_) {
        down_ = false;
        add(TouchEvent::Kind::cancel);
    }
    glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height,
                         mode->refreshRate > 0 ? mode->refreshRate : GLFW_DONT_CARE);
    exposed_ = true;
}

bool GlfwWindow::take_exposed() { return std::exchange(exposed_, false); }

void GlfwWindow::pressed(bool down) {
    if (down == down_) return;
    down_ = down;
    add(down ? TouchEvent::Kind::down : TouchEvent::Kind::up);
}

void GlfwWindow::moved(double x, double y) {
    x_ = x;
    y_ = y;
    if (down_) add(TouchEvent::Kind::move);
}

void GlfwWindow::add(TouchEvent::Kind kind) {
    int width = 0;
    int height = 0;
    glfwGetWindowSize(window_, &width, &height);
    const Size pixels = window_size();
    // Window coordinates differ from pixels on dense displays.
    const Point at{
        static_cast<float>(x_ * pixels.width / std::max(width, 1)),
        static_cast<float>(y_ * pixels.height / std::max(height, 1)),
    };
    const Point framed = window_to_frame(at, pixels, options_.quarter_turns);
    TouchEvent event;
    event.kind = kind;
    event.x = framed.x;
    event.y = framed.y;
    event.time = clock_.uptime();
    events_.push_back(event);
}

base::Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options,
                                                   const base::Clock& clock) {
    return GlfwWindow::open(options, clock);
}

}  // namespace wenlan::gfx
