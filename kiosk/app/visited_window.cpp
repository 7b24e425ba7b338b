// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/visited_window.h"

#include <algorithm>

namespace wenlan::app {

std::vector<gfx::TouchEvent> VisitedWindow::wait(int timeout_ms) {
    std::vector<gfx::TouchEvent> touches = visitor_.due(clock_.uptime(), frame_size());
    const base::Duration next = visitor_.next_in(clock_.uptime());
    const auto most = std::min<std::int64_t>(timeout_ms, next.count());
    window_->wait(touches.empty() ? static_cast<int>(most) : 0);
    const auto more = visitor_.due(clock_.uptime(), frame_size());
    touches.insert(touches.end(), more.begin(), more.end());
    asked_at_ = clock_.uptime();
    return touches;
}

void VisitedWindow::swap() {
    window_->swap();
    const auto ms = static_cast<double>((clock_.uptime() - asked_at_).count());
    ++times_.frames;
    times_.longest_ms = std::max(times_.longest_ms, ms);
    if (ms > 33) ++times_.over_33_ms;
}

}  // namespace wenlan::app
