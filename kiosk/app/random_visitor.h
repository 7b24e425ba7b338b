// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/station_link.h"
#include "app/surface.h"
#include "base/ports.h"
#include "base/result.h"
#include "ui/shell.h"

namespace wenlan::app {

// What came of a visitor who touches at random.
struct RandomVisit {
    int touches = 0;
    int frames = 0;
    int visits = 0;         // that ended by idling
    int switches = 0;       // of the snapshot, under the visitor's hands
    int pages = 0;          // different ones that were seen
    double growth_mib = 0;  // of the process, from a tenth of the way to the end
    std::string fault;      // the first; empty: none
};

// Touches the whole program: what can be pressed, anything, wild gestures, in the middle of
// transitions and while the snapshot is switched. After each frame the tree must be sound; every so
// often the visitor walks away, and then nothing of the visit may be left. The same seed does the
// same. On a virtual clock: no time is waited for.
class RandomVisitor {
public:
    struct Parts {
        Surface& surface;
        base::VirtualClock& clock;
        ui::Shell& shell;
        StationLink& station;
        // Publishes another programme; may fail.
        std::function<base::Result<void>()> switch_snapshot;
        model::VisitSettings lobby;
    };
    RandomVisitor(Parts parts, std::uint64_t seed) : parts_(std::move(parts)), state_(seed) {}

    RandomVisit run(int touches);

private:
    using Kind = gfx::TouchEvent::Kind;

    std::uint64_t next();
    int below(int end) { return static_cast<int>(next() % static_cast<std::uint64_t>(end)); }
    float share() { return static_cast<float>(next() >> 40U) / static_cast<float>(1 << 24); }
    void frame(base::Duration step);
    void touch(Kind kind, float x, float y, float contact_px = 0);
    void frames(int count);
    void act();
    void press_something();
    void press_anywhere();
    void swipe();
    void misbehave();
    void walk_away();
    std::string left_behind() const;

    Parts parts_;
    std::uint64_t state_;
    std::vector<gfx::TouchEvent> waiting_;
    std::vector<std::string> pages_;
    RandomVisit result_;
};

}  // namespace wenlan::app
