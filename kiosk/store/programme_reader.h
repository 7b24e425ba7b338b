// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/programme.h"
#include "store/sqlite/database.h"

namespace wenlan::store {

// Everything in a database of the snapshot schema; seats taken are not in it.
base::Result<Programme> read_programme(sqlite::Database& database);

// A centre without a name: there is none.
base::Result<domain::Centre> read_centre(sqlite::Database& database);

base::Result<std::vector<domain::Venue>> read_venues(sqlite::Database& database);
base::Result<std::vector<domain::Tag>> read_tags(sqlite::Database& database);

// The tags of a listing, its type first.
base::Result<std::vector<domain::Tag>> read_tags_of(sqlite::Database& database,
                                                    domain::ListingId listing);

}  // namespace wenlan::store
