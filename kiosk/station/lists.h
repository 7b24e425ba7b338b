// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/view.h"
#include "station/standpoint.h"

namespace wenlan::station {

// A window of a list: at most `count_max` from `first` on.
base::Result<model::ListPage> listed(const Standpoint& standpoint, model::ListName name, int first,
                                     int count_max);

inline constexpr int list_window = 60;

}  // namespace wenlan::station
