// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/motion/touch.h"

namespace wenlan::ui {

// A key that repeats while it is held.
struct KeyRepeat {
    static constexpr base::Duration first{400}, every{80};
    int done = 0;

    // How often the key counts in this frame.
    int presses(const Touch::Key& key) {
        if (key.activated) return std::exchange(done, 0) == 0 ? 1 : 0;
        if (!key.down) {
            done = 0;
            return 0;
        }
        const int due = key.held < first ? 0 : 1 + static_cast<int>((key.held - first) / every);
        return due - std::exchange(done, due);
    }
    // Until it counts again.
    static base::Duration next(const Touch::Key& key) {
        return key.held < first ? first - key.held : every;
    }
};

}  // namespace wenlan::ui
