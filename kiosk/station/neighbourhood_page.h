// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/view.h"
#include "station/standpoint.h"

namespace wenlan::station {

base::Result<model::NeighbourhoodPage> neighbourhood_page(const Standpoint& standpoint);

}  // namespace wenlan::station
