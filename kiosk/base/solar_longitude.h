// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

namespace wenlan::base {

// The sun's apparent geocentric longitude in [0, 360) degrees, to about 2 arc seconds (a minute of
// time) between 1950 and 2100.
double apparent_solar_longitude_deg(Instant instant);

}  // namespace wenlan::base
