// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace wenlan::store::demo {

// When something of the demonstration happens, relative to the day that is taken as today:
//   daily 09:00-11:00           every day
//   Sat 09:00-11:00             every week; also Mon,Wed,Fri and Mon-Fri
//   +3 19:00-21:00              in three days; -2 was two days ago, +0 is today
//   next Sat 10:00-12:00        the first Saturday after today; next+1 Sat is a week later
// 24:00 may end a day.
struct When {
    std::vector<base::CivilDate> dates;  // in order
    bool recurring = false;
    int start_minute = 0;  // of the day
    int end_minute = 0;    // after the start
};

inline constexpr int days_before_today = 62;  // the calendar turns back to the month before
inline constexpr int days_after_today = 56;

// None: this is not the grammar above.
std::optional<When> parse_when(std::string_view text, base::CivilDate today);

// "+28": so many days after today; none for what is not that.
std::optional<base::CivilDate> parse_offset(std::string_view text, base::CivilDate today);

// The days of a challenge: "month" is the month that today is in, "-3 +26" from three days ago to
// in 26 days.
struct Span {
    base::CivilDate first;
    base::CivilDate last;
};
std::optional<Span> parse_span(std::string_view text, base::CivilDate today);

// "09:00-21:00" in minutes of the day.
struct Hours {
    int start_minute = 0;
    int end_minute = 0;
};
std::optional<Hours> parse_hours(std::string_view text);

}  // namespace wenlan::store::demo
