// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "app/station_link.h"
#include "app/surface.h"
#include "ui/shell.h"

namespace wenlan::app {

// The kiosk in front of people: frames at most 60 times a second while something moves, none while
// nothing does. A lost context or a window that cannot be had is opened again until it can.
class KioskLoop {
public:
    struct Parts {
        std::function<base::Result<Surface>()> open;
        base::Clock& clock;
        ui::Shell& shell;
        StationLink& station;
        Waker& waker;
        std::function<bool()> stopped;
        std::function<void()> first_frame;  // called once; may be empty
        // A key came; true: that is to be seen at once. May be empty.
        std::function<bool(const gfx::KeyEvent&)> key{};
    };
    explicit KioskLoop(Parts parts) : parts_(std::move(parts)) {}

    // Runs until it is stopped or the window is closed. An error only if no window could be opened
    // at the start.
    base::Result<void> run();

private:
    void frame();
    std::vector<gfx::TouchEvent> wait_for_frame();
    bool nothing_to_draw() const;
    void look_after_surface();
    bool pass_keys();
    void reopen();

    Parts parts_;
    Surface surface_;
    base::Duration shown_{};  // when the last frame was
    bool moving_ = false;     // it asked for the next one at once
    base::Duration idle_{};
    base::Duration frame_began_{};
    base::Duration looked_after_{};
    std::uint64_t view_serial_ = 0;
    bool draw_all_ = true;
};

}  // namespace wenlan::app
