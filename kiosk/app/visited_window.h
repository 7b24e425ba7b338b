// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "app/scripted_visitor.h"
#include "base/ports.h"
#include "gfx/window.h"

namespace wenlan::app {

// How frames came, since the last reset.
struct FrameTimes {
    int frames = 0;
    double longest_ms = 0;  // from the touch or the time that asked for it until it was shown
    int over_33_ms = 0;
};

// A window in front of which a scripted visitor stands.
class VisitedWindow final : public gfx::Window {
public:
    VisitedWindow(std::unique_ptr<gfx::Window> window, ScriptedVisitor& visitor, FrameTimes& times,
                  const base::Clock& clock)
        : window_(std::move(window)), visitor_(visitor), times_(times), clock_(clock) {}

    gfx::Size frame_size() const override { return window_->frame_size(); }
    gfx::Size window_size() const override { return window_->window_size(); }
    int quarter_turns() const override { return window_->quarter_turns(); }
    bool should_close() const override { return window_->should_close(); }
    std::vector<gfx::TouchEvent> wait(int timeout_ms) override;
    void wake() override { window_->wake(); }
    void swap() override;
    void follow_monitors() override { window_->follow_monitors(); }
    bool take_exposed() override { return window_->take_exposed(); }

private:
    std::unique_ptr<gfx::Window> window_;
    ScriptedVisitor& visitor_;
    FrameTimes& times_;
    const base::Clock& clock_;
    base::Duration asked_at_{};
};

}  // namespace wenlan::app
