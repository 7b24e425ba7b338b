// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/action.h"
#include "ui/screens/page_parts.h"
#include "ui/widgets/frame.h"

// The parts of the calendar's page, as blocks of a column.
namespace wenlan::ui::calendar {

// The days of the week, then one row of cells for each week.
void add_grid(Frame& frame, page::Column& column, const model::CalendarPage& page,
              std::optional<Action>& action);
// What the dots stand for.
void add_legend(Frame& frame, page::Column& column, float gap, const model::CalendarPage& page);

// The chosen day with what is on; `height_max`: rows that would reach below it are left to the
// events' page, where that shows the day.
void add_day(Frame& frame, page::Column& column, float gap, float height_max,
             const model::CalendarPage& page, std::optional<Action>& action);

// Whether the events' page can show this day.
bool within_events(const Frame& frame, base::CivilDate day);

}  // namespace wenlan::ui::calendar
