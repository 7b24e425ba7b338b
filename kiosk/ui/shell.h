// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/ports.h"
#include "gfx/graphics.h"
#include "gfx/window.h"
#include "model/devices.h"
#include "model/intent.h"
#include "model/view.h"
#include "text/input/engine.h"
#include "text/typesetter.h"
#include "ui/screens/action.h"
#include "ui/semantics/semantics.h"

namespace wenlan::ui {

// What one frame came to.
struct FrameResult {
    std::vector<model::NumberedIntent> intents;  // for the station, in order
    bool drawn = false;                          // the picture changed: present it
    // How long nothing will change without a touch or a new View; zero: draw the next frame now.
    base::Duration idle_for{};
};

// All screens, their stack and transitions, the idle warning. View and touches in, Intents out.
// Reads no clock: `uptime` is passed in. Belongs to the frame's thread.
class Shell {
public:
    // Without engines for typing it has its own, in this process.
    static std::unique_ptr<Shell> create(text::Typesetter& typesetter,
                                         text::input::InputEngine* engine = nullptr);
    virtual ~Shell() = default;
    // What stands around the screen; it must outlive the shell.
    virtual void attach(const model::Devices& /*devices*/) {}

    // Draws into graphics' frame of this size. `graphics` may be another one than last time (a lost
    // context was replaced).
    virtual FrameResult frame(gfx::Graphics& graphics, const model::View& view,
                              std::span<const gfx::TouchEvent> touches, gfx::Size size,
                              base::Duration uptime) = 0;

    // Stands at that place at once, as if a visitor had come there some time ago: for pictures of a
    // page. Whoever calls it has asked the station for the page: `view` has it.
    virtual void stand_at(const Place& place, const model::View& view) = 0;

    virtual const Semantics& semantics() const = 0;  // of the last frame
    virtual bool settled() const = 0;                // no transition or fling is under way
};

}  // namespace wenlan::ui
