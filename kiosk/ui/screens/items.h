// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "ui/screens/action.h"
#include "ui/widgets/frame.h"

// Listings that list things: the books on the swap shelf, the neighbours' notes about books.
namespace wenlan::ui {

// The things below one another, each with its title, whose it is and what is said of it. Gives the
// height used.
float item_list(Frame& frame, Rect area, const std::vector<domain::Item>& items);

// The page of a listing that is its things: the View holds it and it has some.
std::optional<Action> draw_items_page(Frame& frame, const Place& here);

}  // namespace wenlan::ui
