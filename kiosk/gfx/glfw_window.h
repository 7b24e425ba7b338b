// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "gfx/gl/context.h"
#include "gfx/window.h"

struct GLFWmonitor;
struct GLFWwindow;

namespace wenlan::gfx {

// The window on a screen. One at a time in a process.
class GlfwWindow final : public Window {
public:
    static base::Result<std::unique_ptr<Window>> open(const WindowOptions& options,
                                                      const base::Clock& clock);
    ~GlfwWindow() override;

    Size frame_size() const override;
    Size window_size() const override;
    int quarter_turns() const override { return options_.quarter_turns; }
    bool should_close() const override;
    std::vector<TouchEvent> wait(int timeout_ms) override;
    std::vector<KeyEvent> take_keys() override;
    void wake() override;
    void swap() override;
    void follow_monitors() override;
    bool take_exposed() override;

private:
    GlfwWindow(const WindowOptions& options, const base::Clock& clock)
        : options_(options), clock_(clock) {}

    base::Result<void> create();
    bool create_with(GlApi api, bool by_egl, bool robust);
    void listen();
    void place_on(GLFWmonitor* monitor);
    void pressed(bool down);
    void moved(double x, double y);
    void add(TouchEvent::Kind kind);
    void add_key(char32_t character);

    static GlfwWindow& of(GLFWwindow* window);

    WindowOptions options_;
    const base::Clock& clock_;
    GLFWwindow* window_ = nullptr;
    std::vector<TouchEvent> events_;
    std::vector<KeyEvent> keys_;
    double x_ = 0, y_ = 0;  // of the pointer, in window coordinates
    bool down_ = false;
    bool exposed_ = true;
    base::Duration swapped_{};
};

}  // namespace wenlan::gfx
