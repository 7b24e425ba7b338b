// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ports.h"
#include "base/result.h"
#include "base/time.h"
#include "domain/series.h"
#include "store/hub/hub_dates.h"

namespace wenlan::hub {

// How far ahead the dates of a series are laid out.
inline constexpr int series_days_ahead = 120;

// What is known when a series is laid out.
struct SeriesFrame {
    base::Zone zone;
    base::Instant now;
    const base::Clock* clock = nullptr;  // to end what takes too long; none: nothing is ended

    base::CivilDate today() const { return zone.local(now).date; }
    base::CivilDate until() const { return today().plus_days(series_days_ahead); }
};

// The dates of a series from today on. Codes: those of the rule ("ics.bad-rule", ...).
base::Result<store::SeriesDates> dates_from_today(const domain::Series& series,
                                                  const SeriesFrame& frame);

// What a rule comes to between the first date of its series and `before`, not included.
base::Result<std::vector<base::CivilTime>> walls_before(const domain::Series& series,
                                                        const base::CivilTime& before,
                                                        const SeriesFrame& frame);

}  // namespace wenlan::hub
