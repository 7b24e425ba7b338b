// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "app/tour.h"
#include "base/time.h"
#include "gfx/window.h"
#include "ui/shell.h"

namespace wenlan::app {

// What a scripted visitor does, one after the other. Points are shares of the panel.
struct Press {
    std::string label;  // found as in a tour, waited for while pages change
};
struct Flick {
    PanelPoint from, to;
    base::Duration over{};
};
struct Pause {
    base::Duration time{};
};
struct Note {
    std::function<void()> call;  // for the one who measures
};
using Act = std::variant<Press, Flick, Pause, Note>;

// A visitor on real time: gives the touches that are due. Belongs to the frame's thread.
class ScriptedVisitor {
public:
    ScriptedVisitor(std::vector<Act> acts, const ui::Shell& shell)
        : acts_(std::move(acts)), shell_(shell) {}

    std::vector<gfx::TouchEvent> due(base::Duration now, gfx::Size panel);
    // Until something is to be done again.
    base::Duration next_in(base::Duration now) const;
    bool done() const { return next_ == acts_.size() && touches_.empty(); }
    // The label that could not be found; empty: none.
    const std::string& lost() const { return lost_; }

private:
    void begin(base::Duration now, gfx::Size panel);
    void touch(gfx::TouchEvent::Kind kind, PanelPoint at, base::Duration time);

    std::vector<Act> acts_;
    const ui::Shell& shell_;
    std::size_t next_ = 0;
    base::Duration free_at_{};          // when the next act begins
    base::Duration looking_since_{-1};  // for a label
    std::deque<gfx::TouchEvent> touches_;
    std::string lost_;
};

}  // namespace wenlan::app
