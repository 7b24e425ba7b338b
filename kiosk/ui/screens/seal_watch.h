// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>

#include "base/time.h"

namespace wenlan::ui {

// Staff press the seal seven times within a few seconds; nobody does that by chance.
class SealWatch {
public:
    static constexpr std::size_t presses = 7;
    static constexpr base::Duration within{5000};

    // True: that was the seventh.
    bool touched(base::Duration now) {
        times_.push_back(now);
        while (now - times_.front() > within) times_.pop_front();
        if (times_.size() < presses) return false;
        times_.clear();
        return true;
    }

private:
    std::deque<base::Duration> times_;
};

}  // namespace wenlan::ui
