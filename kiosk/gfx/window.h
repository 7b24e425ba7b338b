// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/ports.h"
#include "base/result.h"
#include "gfx/graphics.h"

namespace wenlan::gfx {

// A finger or the mouse, in panel pixels after rotation.
struct TouchEvent {
    enum class Kind { down, move, up, cancel };
    Kind kind = Kind::move;
    float x = 0, y = 0;
    float contact_px = 0;   // width of the contact; 0: not known
    base::Duration time{};  // Clock::uptime
    int finger = 0;         // which, where there are several
};

// A key of a keyboard, or of a scanner that acts as one.
struct KeyEvent {
    char32_t character = 0;  // 0: Enter
    base::Duration time{};   // Clock::uptime
};

struct WindowOptions {
    std::optional<Size> window;  // none: fullscreen
    int monitor = 0;             // by index; the first if it is away
    int quarter_turns = 0;  // clockwise, of the picture on the window: the panel is mounted turned
    enum class Api { automatic, gl, gles };
    Api api = Api::automatic;  // automatic: GL 3.3 core, else GLES 3.0
};

// A surface with a current GL context: a GLFW window or, for pictures, a surfaceless EGL context.
class Window {
public:
    static base::Result<std::unique_ptr<Window>> open(const WindowOptions& options,
                                                      const base::Clock& clock);
    static base::Result<std::unique_ptr<Window>> surfaceless(
        Size size, WindowOptions::Api api = WindowOptions::Api::automatic);
    virtual ~Window() = default;

    virtual Size frame_size() const = 0;  // after rotation: what the screens see
    virtual Size window_size() const = 0;
    virtual int quarter_turns() const = 0;
    virtual bool should_close() const = 0;
    // Waits for input at most timeout_ms (0: does not wait), then gives what came.
    virtual std::vector<TouchEvent> wait(int timeout_ms) = 0;
    // The keys that came while it waited.
    virtual std::vector<KeyEvent> take_keys() { return {}; }
    virtual void wake() = 0;  // ends wait(); any thread
    virtual void swap() = 0;
    // A monitor was plugged or unplugged: the window moves to the chosen one, or the first.
    virtual void follow_monitors() = 0;
    // True once after what the window shows was lost (uncovered, moved, another size): present
    // again.
    virtual bool take_exposed() = 0;
};

}  // namespace wenlan::gfx
