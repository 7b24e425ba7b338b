// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/frame.h"

namespace wenlan::ui {

// One club with its weekly time and whether it takes members; the whole card is the target.
// Returns whether it was pressed in this frame.
bool club_card(Frame& frame, Rect rect, const model::ClubCard& club);
float club_card_height(const Canvas& canvas);
// As many as stand side by side in this width.
int club_card_columns(const Canvas& canvas, float width);

}  // namespace wenlan::ui
