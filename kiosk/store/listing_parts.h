// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "base/result.h"
#include "domain/listing.h"
#include "store/sqlite/database.h"

namespace wenlan::store {

// What some listings have in tables of its own: the club, the challenge, the items and the form
// (without its version, which is in the listing's row).
base::Result<void> read_parts(sqlite::Database& database, domain::Listing& listing);
base::Result<std::optional<domain::Club>> read_club(sqlite::Database& database,
                                                    domain::ListingId listing);

// Makes the parts of this row those of `listing`. True: they were others before.
base::Result<bool> write_parts(sqlite::Database& database, std::int64_t row,
                               const domain::Listing& listing);

// Makes the roll of clubs and its sums from the listings.
base::Result<void> write_club_roll(sqlite::Database& database);

}  // namespace wenlan::store
