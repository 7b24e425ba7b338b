// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "domain/series.h"
#include "store/hub/audit.h"
#include "store/hub/hub_database.h"
#include "store/hub/occasion_table.h"

namespace wenlan::store {

// A series with the day until which its dates have been laid out.
struct LaidOutSeries {
    domain::Series series;
    base::CivilDate until;
};

// What the rule of a series came to: its dates from `from` on, all that there are before `until`.
struct SeriesDates {
    std::vector<domain::SeriesDate> dates;
    base::CivilTime from;
    base::CivilDate until;
};

// The dates of the hub's listings, one by one and in series. Each change is whole or does nothing
// and is written into the log of changes. Two dates of a listing cannot begin at the same time:
// "programme.invalid". A date that people may have signed up for keeps its id when it moves.
class HubDates {
public:
    explicit HubDates(HubDatabase& hub) : database_(hub.connection()), audit_(hub) {}

    // By their start.
    base::Result<std::vector<DatedOccasion>> of_listing(domain::ListingId listing);
    // "programme.no-date"
    base::Result<DatedOccasion> date(domain::OccasionId id);

    // Adds a single date with the id zero, else changes the one with its id, alone: one of a series
    // stays as it is made here when its series is laid out anew. Gives its id.
    base::Result<domain::OccasionId> put_date(const By& by, const domain::Occasion& occasion);
    // Takes a date away for good; residents see it no more. One that people came to know is better
    // cancelled.
    base::Result<void> remove_date(const By& by, domain::OccasionId id);

    // "programme.no-series"
    base::Result<LaidOutSeries> series(domain::SeriesId id);
    base::Result<std::vector<LaidOutSeries>> series_of(domain::ListingId listing);
    // Series whose dates are laid out to before that day.
    base::Result<std::vector<LaidOutSeries>> series_until(base::CivilDate day);

    // Adds a series with the id zero, else changes the one with its id, with its dates. Dates
    // before `dates.from` stay as they are. Gives its id.
    base::Result<domain::SeriesId> put_series(const By& by, const domain::Series& series,
                                              const SeriesDates& dates);
    // A series ends and another goes on from there: the dates from then on keep their ids.
    base::Result<domain::SeriesId> split_series(const By& by, const domain::Series& ending,
                                                const domain::Series& going_on,
                                                const SeriesDates& dates);
    // Days have passed: the dates that have come near. Nobody has changed anything, so nothing is
    // logged; a date that begins with another of its listing is left out. True: there are new ones.
    base::Result<bool> lay_out_further(const domain::Series& series, const SeriesDates& dates);
    // The series takes place no more from then on; dates before stay.
    base::Result<void> end_series(const By& by, domain::SeriesId id, const base::CivilTime& from);

private:
    sqlite::Database& database_;
    Audit audit_;
};

}  // namespace wenlan::store
