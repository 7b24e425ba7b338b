// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/time.h"

namespace wenlan::base {

// A place on the Earth; north and east are positive.
struct Coordinates {
    double latitude_deg = 0;
    double longitude_deg = 0;
};

// When the sun's upper edge sinks below a level horizon on the civil day that has this date by mean
// solar time, to about a minute. None where it does not set on that day.
std::optional<Instant> sunset(CivilDate date, const Coordinates& place);

}  // namespace wenlan::base
