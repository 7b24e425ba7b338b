// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/action.h"
#include "ui/screens/page_parts.h"
#include "ui/widgets/frame.h"

// The parts of the house's own page, as blocks of a column.
namespace wenlan::ui::centre {

// "开着，到 21:00", or when the doors open next.
std::string open_sentence(const Frame& frame, const model::CentrePage& page);

// The hours of the week, today marked; the coming closure days; what else to know of the hours.
void add_hours(Frame& frame, page::Column& column, float gap, const model::CentrePage& page);
// Address, phone and who is on duty.
void add_contact(Frame& frame, page::Column& column, float gap, const model::CentrePage& page);

// The storeys from the top down, as in a lift. Returns where the room that was asked for begins, if
// it is there.
std::optional<float> add_floors(Frame& frame, page::Column& column, float gap,
                                const model::CentrePage& page, std::optional<Action>& action);

}  // namespace wenlan::ui::centre
