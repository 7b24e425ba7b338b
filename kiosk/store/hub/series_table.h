// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/hub/hub_dates.h"
#include "store/sqlite/database.h"

namespace wenlan::store {

// The rows of a series, inside the caller's transaction.

// None: there is no such series.
base::Result<std::optional<LaidOutSeries>> read_series(sqlite::Database& database,
                                                       domain::SeriesId id);
base::Result<std::vector<LaidOutSeries>> read_series_of(sqlite::Database& database,
                                                        domain::ListingId listing);
base::Result<std::vector<LaidOutSeries>> read_series_until(sqlite::Database& database,
                                                           base::CivilDate day);

// Adds one with the id zero, else changes the one with its id, with all its dates and changes.
base::Result<domain::SeriesId> write_series(sqlite::Database& database,
                                            const domain::Series& series, base::CivilDate until);
base::Result<void> write_change(sqlite::Database& database, domain::SeriesId series,
                                const domain::DateChange& change);
base::Result<void> exclude_date(sqlite::Database& database, domain::SeriesId series,
                                const base::CivilTime& wall);
base::Result<void> mark_laid_out(sqlite::Database& database, domain::SeriesId series,
                                 base::CivilDate until);

}  // namespace wenlan::store
