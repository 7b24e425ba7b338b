// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/duty.h"

#include <algorithm>

namespace wenlan::station {

namespace {

// None on a day without, or on one on which the house is closed.
std::optional<domain::OpeningHours> duty_on(const domain::Centre& centre, base::CivilDate date) {
    const auto& closures = centre.closure_days;
    if (std::find(closures.begin(), closures.end(), date) != closures.end()) return std::nullopt;
    const domain::OpeningHours& hours = centre.duty.hours[static_cast<int>(date.weekday()) - 1];
    if (hours.opens_minute >= hours.closes_minute) return std::nullopt;
    return hours;
}

}  // namespace

std::optional<model::DutyNow> duty_now(const Standpoint& at) {
    constexpr int days_searched = 60;
    const domain::Centre& centre = at.snapshot.centre();
    if (centre.duty.name.empty()) return std::nullopt;
    model::DutyNow duty;
    duty.name = centre.duty.name;
    duty.place = centre.duty.place;
    const int minute = at.local.minute_of_day();
    for (int ahead = 0; ahead <= days_searched; ++ahead) {
        const auto hours = duty_on(centre, at.today().plus_days(ahead));
        if (!hours || (ahead == 0 && minute >= hours->closes_minute)) continue;
        duty.on_duty = ahead == 0 && minute >= hours->opens_minute;
        duty.back_minute = hours->opens_minute;
        duty.back_days_ahead = ahead;
        return duty;
    }
    return std::nullopt;
}

}  // namespace wenlan::station
