// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/series.h"

#include <algorithm>
#include <chrono>
#include <set>

namespace wenlan::domain {

namespace {

Occasion regular(const Series& series, const base::CivilTime& wall, const base::Zone& zone) {
    Occasion occasion;
    occasion.listing = series.listing;
    occasion.venue = series.venue;
    occasion.start = zone.instant(wall);
    occasion.end = occasion.start + std::chrono::minutes{series.length_min};
    occasion.capacity = series.capacity;
    occasion.walk_in_places = series.walk_in_places;
    return occasion;
}

void change(Occasion& occasion, const DateChange& change) {
    occasion.start = change.start;
    occasion.end = change.end;
    occasion.venue = change.venue;
    occasion.capacity = change.capacity;
    occasion.walk_in_places = change.walk_in_places;
    occasion.state = change.state;
    occasion.reason = change.reason;
}

std::optional<base::Instant> before(base::Instant start, std::optional<int> minutes) {
    if (!minutes) return std::nullopt;
    return start - std::chrono::minutes{*minutes};
}

}  // namespace

std::vector<SeriesDate> dates_of(const Series& series, const std::vector<base::CivilTime>& by_rule,
                                 const base::Zone& zone) {
    std::set<base::CivilTime> walls(by_rule.begin(), by_rule.end());
    walls.insert(series.first);
    walls.insert(series.extra.begin(), series.extra.end());
    for (const base::CivilTime& wall : series.excluded) walls.erase(wall);
    std::vector<SeriesDate> dates;
    for (const base::CivilTime& wall : walls) {
        if (series.ends_before && wall >= *series.ends_before) break;
        SeriesDate date{wall, regular(series, wall, zone)};
        const auto found =
            std::find_if(series.changes.begin(), series.changes.end(),
                         [&wall](const DateChange& one) { return one.wall == wall; });
        if (found != series.changes.end()) change(date.occasion, *found);
        const base::Instant start = date.occasion.start;
        date.occasion.signup_opens = before(start, series.signup_opens_before_min);
        date.occasion.signup_closes = before(start, series.signup_closes_before_min);
        dates.push_back(std::move(date));
    }
    return dates;
}

}  // namespace wenlan::domain
