// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/local_text.h"
#include "base/time.h"
#include "domain/listing.h"

namespace wenlan::domain {

using SeriesId = base::Id<struct SeriesTag>;

// One date that is otherwise than its series has it: moved, cancelled, in another place.
struct DateChange {
    base::CivilTime wall;  // where the series has it
    base::Instant start;   // as it takes place, or would have
    base::Instant end;
    VenueId venue;
    int capacity = 0;
    int walk_in_places = 0;
    OccasionState state = OccasionState::moved;
    base::LocalText reason;  // of a move or cancellation, for residents

    bool operator==(const DateChange&) const = default;
};

// What repeats: "every Sunday at 14:00". Its times are what the centre's clock on the wall says.
struct Series {
    SeriesId id;
    ListingId listing;
    VenueId venue;
    base::CivilTime first;
    int length_min = 60;
    std::string
        rule;  // of RFC 5545: FREQ=WEEKLY;BYDAY=SU; empty: the first date and the extra ones
    std::optional<base::CivilTime> ends_before;  // where another series goes on
    int capacity = 0;
    int walk_in_places = 0;
    // Before the start of each date.
    std::optional<int> signup_opens_before_min;
    std::optional<int> signup_closes_before_min;
    std::vector<base::CivilTime> extra;     // dates that the rule does not have
    std::vector<base::CivilTime> excluded;  // dates that it has and that are left out
    std::vector<DateChange> changes;

    bool operator==(const Series&) const = default;
};

// One date of a series, by where the series has it.
struct SeriesDate {
    base::CivilTime wall;
    Occasion occasion;  // without an id
};

// The dates of a series, in their order, from what its rule comes to in the time that is asked for.
// The first date is always one of them.
std::vector<SeriesDate> dates_of(const Series& series, const std::vector<base::CivilTime>& by_rule,
                                 const base::Zone& zone);

}  // namespace wenlan::domain
