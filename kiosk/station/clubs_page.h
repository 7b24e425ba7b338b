// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/view.h"
#include "station/standpoint.h"

namespace wenlan::station {

// The clubs under a filter, at most sixty from `first` on.
base::Result<model::ClubsPage> clubs_page(const Standpoint& standpoint,
                                          const model::ClubFilter& filter, int first);

// What a club's own page says besides its listing.
base::Result<model::ClubFacts> club_facts(const Standpoint& standpoint,
                                          const domain::Listing& listing);

}  // namespace wenlan::station
