// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"

namespace wenlan::hub {

// What one cell of a table says about time, as people write it: "2026-11-22 14:00",
// "11月22日（周日） 下午2:00-4:00", "14:00—16:00", "11月22日至24日", "Nov 22, 2026 2pm", "全天".
struct When {
    std::optional<base::CivilDate> date;
    std::optional<base::CivilDate> end_date;
    std::optional<int> start_minute;  // of the day
    std::optional<int> end_minute;    // of its day; 1440 is the midnight at its end
    bool all_day = false;
    std::optional<base::Weekday> weekday;  // where one is named

    bool empty() const { return !date && !start_minute && !end_minute && !all_day; }
};

// Which of 03/04/2026 is the month.
enum class DateOrder { unknown, month_first, day_first };
// What a cell shows of it: 13/04/2026 can only be the day first.
DateOrder date_order_of(std::string_view cell);

// What a reader of cells has to know.
struct WhenFrame {
    base::CivilDate today;
    base::Zone zone;
    DateOrder order = DateOrder::unknown;
};

// A date without a year is the nearest one to today. An instant with its own offset
// ("2026-11-22T06:00:00Z") is told in the zone. Errors: "when.unreadable"; "when.ambiguous" for
// 03/04/2026 where the order is not known; "when.no-such-date".
base::Result<When> read_when(std::string_view cell, const WhenFrame& frame);

}  // namespace wenlan::hub
