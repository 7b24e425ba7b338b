// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/time.h"
#include "domain/listing.h"

namespace wenlan::station {

// The hours of a day; none on a day of rest.
std::optional<domain::OpeningHours> hours_on(const domain::Centre& centre, base::CivilDate date);

bool is_open(const domain::Centre& centre, const base::CivilTime& at);
// Today's hours are over, or there were none.
bool is_over_for_today(const domain::Centre& centre, const base::CivilTime& at);

struct NextOpening {
    int days_ahead = 0;
    int opens_minute = 9 * 60;
};
// The next time the doors open after `at`. A centre that never opens is said to open tomorrow at
// nine.
NextOpening next_opening(const domain::Centre& centre, const base::CivilTime& at);

}  // namespace wenlan::station
