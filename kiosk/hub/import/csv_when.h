// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/result.h"
#include "hub/import/csv_columns.h"
#include "hub/import/event_check.h"
#include "hub/import/when.h"

namespace wenlan::hub {

// What the time columns of a row say together.
struct RowTimes {
    std::vector<Span> spans;  // one happening, or one a day
    base::CivilDate first_day;
    base::CivilDate last_day;
    bool length_assumed = false;
    bool weekday_differs = false;  // a weekday is named that the date is not
};

// A span of days with hours of its own ("11月22日-24日", "14:00-16:00") happens each day; one with
// a start and an end happens once; days without hours take the centre's opening hours.
base::Result<RowTimes> read_row_times(const CsvRow& row, const Columns& columns,
                                      const WhenFrame& when_frame, const ImportFrame& frame);

}  // namespace wenlan::hub
