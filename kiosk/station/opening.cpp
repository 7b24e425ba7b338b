// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/opening.h"

#include <algorithm>

namespace wenlan::station {

std::optional<domain::OpeningHours> hours_on(const domain::Centre& centre, base::CivilDate date) {
    const auto& closures = centre.closure_days;
    if (std::find(closures.begin(), closures.end(), date) != closures.end()) return std::nullopt;
    const domain::OpeningHours& hours = centre.hours[static_cast<int>(date.weekday()) - 1];
    if (hours.opens_minute >= hours.closes_minute) return std::nullopt;
    return hours;
}

bool is_open(const domain::Centre& centre, const base::CivilTime& at) {
    const auto hours = hours_on(centre, at.date);
    return hours && at.minute_of_day() >= hours->opens_minute &&
           at.minute_of_day() < hours->closes_minute;
}

bool is_over_for_today(const domain::Centre& centre, const base::CivilTime& at) {
    const auto hours = hours_on(centre, at.date);
    return !hours || at.minute_of_day() >= hours->closes_minute;
}

NextOpening next_opening(const domain::Centre& centre, const base::CivilTime& at) {
    constexpr int days_searched = 366;
    for (int ahead = 0; ahead <= days_searched; ++ahead) {
        const auto hours = hours_on(centre, at.date.plus_days(ahead));
        if (!hours || (ahead == 0 && at.minute_of_day() >= hours->opens_minute)) continue;
        return {ahead, hours->opens_minute};
    }
    return {1, 9 * 60};
}

}  // namespace wenlan::station
