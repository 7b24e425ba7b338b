// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "gfx/graphics.h"
#include "gfx/window.h"
#include "ui/semantics/semantics.h"

namespace wenlan::app {

// The running kiosk as a tour sees it: it moves a frame at a time, on virtual time.
class Stage {
public:
    virtual ~Stage() = default;

    // Time moves on by `step`, then one frame is drawn with these touches. Gives how long nothing
    // will change by itself (FrameResult::idle_for). The pictures that a frame lacks are there for
    // the next one, however long they take: a tour must not depend on the speed of the machine.
    virtual base::Duration frame(base::Duration step, std::span<const gfx::TouchEvent> touches) = 0;
    virtual base::Duration uptime() const = 0;
    virtual gfx::Size size() const = 0;
    virtual const ui::Semantics& semantics() const = 0;  // of the last frame
    // No transition is under way and every intent has its answer on the screen.
    virtual bool settled() const = 0;
    virtual base::Result<void> shot(const std::string& name) = 0;
    // False: there is no network to turn on or off.
    virtual bool switch_network(bool) { return false; }
};

}  // namespace wenlan::app
