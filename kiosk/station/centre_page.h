// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/result.h"
#include "model/view.h"
#include "station/cards.h"
#include "station/standpoint.h"

namespace wenlan::station {

// The house, with the room that was asked for; zero: none.
base::Result<model::CentrePage> centre_page(const Standpoint& standpoint,
                                            const std::vector<Seen>& today, domain::VenueId room);

}  // namespace wenlan::station
