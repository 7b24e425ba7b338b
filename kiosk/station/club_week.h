// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/result.h"
#include "model/view.h"
#include "station/standpoint.h"

namespace wenlan::station {

// A club's coming week, Monday first: today and the six days after it, also what is over today.
base::Result<std::vector<model::ClubDay>> club_week(const Standpoint& standpoint,
                                                    domain::ListingId listing);

// 每天 06:30, 周二 14:00 or 周一、三、五 18:30: what the club says itself, else what its coming
// occasions show. Empty: no time is known.
base::Result<base::LocalText> weekly_line(const Standpoint& standpoint, const domain::Club& club,
                                          domain::ListingId listing);

// Until when a club rests, as long as it does.
std::optional<base::CivilDate> rests_until(const Standpoint& standpoint, const domain::Club& club);

}  // namespace wenlan::station
