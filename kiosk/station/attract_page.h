// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/result.h"
#include "model/view.h"
#include "station/cards.h"
#include "station/standpoint.h"

namespace wenlan::station {

base::Result<model::AttractPage> attract_page(const Standpoint& standpoint,
                                              const std::vector<Seen>& today);

}  // namespace wenlan::station
