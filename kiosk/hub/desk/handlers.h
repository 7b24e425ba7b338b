// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "hub/desk/asked.h"

namespace wenlan::hub::desk {

// The routes of each resource, each in the file of that name.
std::span<const DeskRoute> session_routes();
std::span<const DeskRoute> user_routes();
std::span<const DeskRoute> listing_routes();
std::span<const DeskRoute> date_routes();
std::span<const DeskRoute> publishing_routes();
std::span<const DeskRoute> history_routes();
std::span<const DeskRoute> file_routes();
std::span<const DeskRoute> surroundings_routes();
std::span<const DeskRoute> screen_routes();

}  // namespace wenlan::hub::desk
