// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/frame.h"

// What stands where something has not come yet.
namespace wenlan::ui {

// Whether resting rows stand in for a page: only after it has been missing for 300 ms, so that one
// which comes at once does not flash. To be asked in every frame, also when the page is there.
bool page_rests(Frame& frame, bool page_is_there);

// One card, still and empty.
void resting_card(Frame& frame, Rect rect);
// A page of them: as many rows of `columns` as the area holds.
void resting_cards(Frame& frame, Rect area, int columns, float height, float gap);

}  // namespace wenlan::ui
