// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "station/cards.h"
#include "station/standpoint.h"

namespace wenlan::station {

// What of a kind is left from now on: of this week (today and the seven days after it, so that on a
// Sunday the next one is in it), or after it where nothing is left of it.
struct ComingOfKind {
    std::vector<Seen> ones;
    bool later = false;
};

inline constexpr int coming_days = 92;  // how far ahead the lists look

base::Result<ComingOfKind> coming_of_kind(const Standpoint& standpoint, domain::Kind kind,
                                          std::size_t count_max);
// All that is to come, by start.
base::Result<std::vector<Seen>> all_coming_of_kind(const Standpoint& standpoint, domain::Kind kind,
                                                   std::size_t count_max);
bool is_this_week(const Standpoint& standpoint, const Seen& seen);

}  // namespace wenlan::station
