// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

// Where the sun and the moon are, well enough for the calendar of 1950 to 2090.
namespace wenlan::base {

// Terrestrial time less universal time.
Duration delta_t(Instant instant);

// The sun's apparent geocentric longitude in [0, 360) degrees, to about 2 arc seconds, which it
// covers in 50 seconds.
double apparent_solar_longitude_deg(Instant instant);

// The moment of a new moon, to half a minute near our time and to two at the ends of that span.
// Lunation 0 is that of 6 January 2000.
Instant new_moon(int lunation);

}  // namespace wenlan::base
