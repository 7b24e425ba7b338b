// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/frame.h"

// The parts of the reading page (picture 07) beside its challenge.
namespace wenlan::ui::reading {

// An occasion of the week. `stacked`: its seats stand below its facts, for narrow or large rows.
struct RowLook {
    float picture = 196;  // width; 0: none
    bool stacked = false;
};
bool occasion_row(Frame& frame, Rect rect, const model::EventCard& card, const RowLook& look);
// The swap shelf, or the neighbours' notes.
bool nook_card(Frame& frame, Rect rect, const model::EventCard& card, std::string_view icon);

}  // namespace wenlan::ui::reading
