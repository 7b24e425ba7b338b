// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "hub/api/route.h"

namespace wenlan::hub::desk {

// All that the desk answers to staff; shapes in api_shapes.h.
std::vector<Route> desk_routes();

}  // namespace wenlan::hub::desk
