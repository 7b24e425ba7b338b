// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>

#include "ui/geometry.h"
#include "ui/motion/scroller.h"

namespace wenlan::ui {

// What of the staff's panel outlives a frame; ends with the visit.
struct StaffState {
    std::string code;                // as far as it is typed
    std::string pairing;             // the same, of the hub's
    bool awaiting = false;           // it was sent and has no answer yet
    std::uint64_t asked_serial = 0;  // of the View under which it was sent
    Scroller panel;
    Scroller office;
    std::deque<Point> marks;        // of the touch test, the last ones
    std::array<bool, 4> corners{};  // that were pressed in it
    bool corners_told = false;
};

}  // namespace wenlan::ui
