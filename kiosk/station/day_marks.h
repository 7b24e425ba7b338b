// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/result.h"
#include "model/view.h"
#include "station/standpoint.h"

namespace wenlan::station {

// So many days from `first` on: what the calendar says of each, and what takes place on it.
base::Result<std::vector<model::DayMark>> day_marks(const Standpoint& standpoint,
                                                    base::CivilDate first, int days);

}  // namespace wenlan::station
