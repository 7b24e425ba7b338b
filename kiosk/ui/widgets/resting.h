// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/frame.h"

// What stands where something has not come yet.
namespace wenlan::ui {

// One card, still and empty.
void resting_card(Frame& frame, Rect rect);
// For a page that has not come: as many rows of `columns` as the area holds, but only after 300 ms,
// so that one which comes at once does not flash.
void resting_cards(Frame& frame, Rect area, int columns, float height, float gap);

}  // namespace wenlan::ui
