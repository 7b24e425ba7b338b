// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "domain/series.h"
#include "store/programme.h"
#include "store/sqlite/database.h"

namespace wenlan::store {

// The rows of occasions at the hub, inside the caller's transaction. `taken` of what is read are
// the seats given away elsewhere.

// An occasion with where its series, if it is of one, has it.
struct DatedOccasion {
    ProgrammeOccasion entry;
    std::optional<domain::SeriesId> series;
    std::optional<base::CivilTime> wall;
};

base::Result<std::vector<ProgrammeOccasion>> read_all_occasions(sqlite::Database& database);
base::Result<std::vector<DatedOccasion>> read_dates_of(sqlite::Database& database,
                                                       domain::ListingId listing);
// None: there is no such occasion, or it was put aside.
base::Result<std::optional<DatedOccasion>> read_date(sqlite::Database& database,
                                                     domain::OccasionId id);

// Whether two are the same to residents: everything but their ids and who asks.
bool same_occasion(const domain::Occasion& a, const domain::Occasion& b);

// Adds one, with its id where it has one; takes up again one that was put aside at that time.
base::Result<domain::OccasionId> add_occasion(sqlite::Database& database,
                                              const DatedOccasion& wanted);
// Makes the row with its id into it.
base::Result<void> change_occasion(sqlite::Database& database, const DatedOccasion& wanted);
base::Result<void> put_aside(sqlite::Database& database, domain::OccasionId id);

}  // namespace wenlan::store
