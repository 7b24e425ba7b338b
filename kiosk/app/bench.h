// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "app/scripted_visitor.h"
#include "app/surface.h"
#include "app/visited_window.h"

namespace wenlan::app {

// Measures a kiosk that runs as for people, prints one line of JSON and then ends it:
//   start   from exec to the first frame shown
//   idle    the processor's time on each still page, 15 s after the last touch
//   scroll  ten seconds of flicks through the events
//   frames  a walk through all pages: the longest frame
// Without a name it does nothing.
class Bench {
public:
    static bool knows(const std::string& name);

    Bench(std::string name, const ui::Shell& shell, const base::Clock& clock);
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;

    // Puts the visitor in front of the window, if this bench has one.
    Surface watched(Surface surface);
    void first_frame();
    bool over() const;
    // What went wrong; empty: nothing.
    std::string failure() const;

private:
    std::vector<Act> script();
    std::vector<Act> scroll_script();
    std::vector<Act> idle_script();
    std::vector<Act> frames_script();

    std::string name_;
    const base::Clock& clock_;
    FrameTimes times_;
    double processor_before_ms_ = 0;
    base::Duration began_{};
    std::string idle_pages_;  // JSON members
    ScriptedVisitor visitor_;
    std::atomic<bool> over_{false};
};

}  // namespace wenlan::app
