// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/series.h"
#include "hub/programme/series_rule.h"
#include "store/hub/hub_dates.h"

namespace wenlan::hub {

// A series edited as a whole: all its coming dates. New with the id zero. Gives its id. What was
// said of single dates (moved, cancelled, left out) holds for the dates of the same days.
base::Result<domain::SeriesId> put_series(store::HubDates& dates, const store::By& by,
                                          domain::Series series, const SeriesFrame& frame);

// "All from here": the series ends before `from`, and goes on in a new one as `changed` says, whose
// first date is its first. Gives the new one's id. From its first date on it is the whole series.
base::Result<domain::SeriesId> change_series_from(store::HubDates& dates, const store::By& by,
                                                  const domain::Series& changed,
                                                  const base::CivilTime& from,
                                                  const SeriesFrame& frame);

// Days have passed: lays every series out as far as it has to be. Gives the listings that got new
// dates and had nothing else waiting to be published.
base::Result<std::vector<domain::ListingId>> lay_series_out(store::HubDatabase& database,
                                                            const SeriesFrame& frame);

}  // namespace wenlan::hub
