// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "base/time.h"

namespace wenlan::ui {

// When nobody touches the screen (screens.md, "Idle"): first a warning, then the visit ends.
class IdleWatch {
public:
    enum class State { here, warned, gone };

    void touched(base::Duration now) { last_touch_ = now; }
    // `limit` of stillness before the warning, which lasts `warning`.
    State state(base::Duration now, base::Duration limit) const {
        const base::Duration still = now - last_touch_;
        if (still < limit) return State::here;
        return still < limit + warning ? State::warned : State::gone;
    }
    base::Duration last_touch() const { return last_touch_; }
    base::Duration until_warning(base::Duration now, base::Duration limit) const {
        return std::max(base::Duration{0}, last_touch_ + limit - now);
    }
    base::Duration warning_left(base::Duration now, base::Duration limit) const {
        return std::max(base::Duration{0}, last_touch_ + limit + warning - now);
    }

    static constexpr base::Duration on_a_page{40000};
    static constexpr base::Duration on_a_sheet{80000};
    static constexpr base::Duration on_mine{60000};
    static constexpr base::Duration of_staff{120000};
    static constexpr base::Duration warning{20000};

private:
    base::Duration last_touch_{};
};

}  // namespace wenlan::ui
