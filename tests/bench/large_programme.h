// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "store/programme.h"

namespace wenlan::test {

// The demonstration's programme grown to so many listings, with the same days to be seen around
// `today`: every further listing is a copy of one of the demonstration, so that kinds, sections and
// texts stay in proportion, and takes place at least half a year away, a week's worth in each week,
// in the years before and after. Only clubs have no season: sixty of them, as many as a page shows,
// come first in every size.
store::Programme large_programme(const store::Programme& demonstration, base::CivilDate today,
                                 std::size_t listings);

}  // namespace wenlan::test
