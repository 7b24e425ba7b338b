// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "hub/api/route.h"

namespace wenlan::hub {

// All that a hub answers, in the order in which it is listed.
std::vector<Route> all_routes();

}  // namespace wenlan::hub
