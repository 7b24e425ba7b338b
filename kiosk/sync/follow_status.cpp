// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/follow_status.h"

#include <chrono>

namespace wenlan::sync {

Freshness freshness(const FollowStatus& status, base::Instant now) {
    constexpr std::chrono::hours tolerance{24};
    if (!status.issued || !status.expires) return Freshness::unknown;
    if (now + tolerance < *status.issued) return Freshness::clock_behind;
    return now < *status.expires ? Freshness::fresh : Freshness::expired;
}

}  // namespace wenlan::sync
