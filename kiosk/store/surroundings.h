// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "base/result.h"
#include "domain/listing.h"
#include "store/sqlite/database.h"

namespace wenlan::store {

// What stands around the listings: the centre, its venues and tags. The publication and the hub
// have them in the same tables. Each gives true where something of it was another before; what is
// the same touches no page.

// Whose ids a row gets.
enum class Ids {
    own,    // those of the database: what is written is found by its key
    given,  // those of what is written
};

// A centre without a name: nothing.
base::Result<bool> write_centre(sqlite::Database& database, const domain::Centre& centre);
// `rows` gives the row of each of them.
base::Result<bool> write_venues(sqlite::Database& database,
                                const std::vector<domain::Venue>& venues, Ids ids,
                                std::map<domain::VenueId, std::int64_t>& rows);
base::Result<bool> write_tags(sqlite::Database& database, const std::vector<domain::Tag>& tags);

// The tags of a listing; "programme.invalid" where the database has no such tag.
base::Result<bool> write_tags_of(sqlite::Database& database, std::int64_t row,
                                 const domain::Listing& listing);

}  // namespace wenlan::store
