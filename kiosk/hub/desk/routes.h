// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "hub/desk/api_shapes.h"
#include "hub/desk/asked.h"

namespace wenlan::hub::desk {

// Everything below it.
std::span<const DeskRoute> api_routes();

using Parameters = std::map<std::string, std::string, std::less<>>;
// "/listings/:listing" and "/listings/12".
bool fits(std::string_view pattern, std::string_view path, Parameters& parameters);

}  // namespace wenlan::hub::desk
