// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ports.h"

namespace wenlan::app {

// The system's clock set to another time of day: a kiosk that is shown at --now. Any thread.
class ShiftedClock final : public base::Clock {
public:
    explicit ShiftedClock(base::Instant start) : shift_(start - system_.now()) {}
    base::Instant now() const override { return system_.now() + shift_; }
    base::Duration uptime() const override { return system_.uptime(); }

private:
    base::SystemClock system_;
    base::Duration shift_;
};

}  // namespace wenlan::app
