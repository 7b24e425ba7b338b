// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/pocket/programme.h"

namespace wenlan::hub::pocket {

base::Result<void> Programme::look() {
    using namespace std::chrono_literals;
    const base::Duration now = clock_.uptime();
    const bool lately = looked_at_.count() >= 0 && now - looked_at_ < 1s;
    if (lately && reader_.snapshot()) return {};
    TRY(reader_.poll(now));
    looked_at_ = now;
    return {};
}

}  // namespace wenlan::hub::pocket
