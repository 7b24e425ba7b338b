// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "base/time.h"

namespace wenlan::store {

// What a programme may hold. Both who writes and who reads one keep to it: sums of instants and
// counts stay far from overflow.
inline constexpr int seats_max = 1'000'000;
inline constexpr int count_max = 100'000'000;  // of members, readers, hours
inline constexpr int storey_max = 200;
inline constexpr std::int64_t instant_ms_max = 253'402'300'799'999;  // the end of the year 9999

inline bool is_in_bounds(base::Instant instant) {
    const std::int64_t ms = instant.time_since_epoch().count();
    return ms >= 0 && ms <= instant_ms_max;
}

}  // namespace wenlan::store
