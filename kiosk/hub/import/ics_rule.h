// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "base/ports.h"
#include "base/result.h"
#include "base/time.h"
#include "hub/import/ics_time.h"

namespace wenlan::hub {

// What the recurrence rules of one import may cost, all events together. The steps are counted
// beforehand: a calendar of a thousand weekly events that are counted from years ago needs some
// hundred thousand, which takes a second. Some impossible rules ("the fifth Monday that is a
// first") keep libical looking for seconds, which cannot be seen beforehand: against those there is
// a time on the clock, where one is given, that a calendar of possible rules never needs.
struct RuleBudget {
    std::int64_t steps_left = 500'000;
    const base::Clock* clock = nullptr;
    base::Duration time_left = std::chrono::seconds{30};
};

// The wall times of a recurrence rule between `from` and `until`, by libical, in order. A rule that
// is broken, or that would repeat so often that it can only be meant to keep the program busy, is
// an error. Takes bounded time whatever the rule says.
struct RuleSpan {
    IcsTime start;         // DTSTART
    base::CivilTime from;  // wall times of the zone that the event is in
    base::CivilTime until;
    IcsZone zone;  // to compare with an UNTIL in UTC
};
base::Result<std::vector<base::CivilTime>> expand_rule(std::string_view rule, const RuleSpan& span,
                                                       RuleBudget& budget);

}  // namespace wenlan::hub
