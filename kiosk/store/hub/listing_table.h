// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/ids.h"
#include "store/hub/audit.h"
#include "store/hub/hub_listing.h"
#include "store/sqlite/database.h"

namespace wenlan::store {

// The rows of one listing at the hub, for the parts of the hub's programme that share them. All of
// it inside the caller's transaction.

// The number of a change, which all that one transaction changes has in common.
base::Result<std::int64_t> next_change(sqlite::Database& database);

// None: there is no such listing.
base::Result<std::optional<HubListing>> read_hub_listing(sqlite::Database& database,
                                                         domain::ListingId id);
base::Result<std::optional<domain::ListingId>> find_listing(sqlite::Database& database,
                                                            std::string_view key);

// Adds one with its tags and parts; an id of zero gets the next free one. Its state is a draft's.
base::Result<domain::ListingId> add_listing(sqlite::Database& database, Audit& audit, const By& by,
                                            const ProgrammeListing& entry, std::int64_t change);
// Makes the listing with the id of `entry`, which was `before`, into it. False: it is the same.
base::Result<bool> change_listing(sqlite::Database& database, Audit& audit, const By& by,
                                  const HubListing& before, const ProgrammeListing& entry,
                                  std::int64_t change);
base::Result<void> mark_changed(sqlite::Database& database, domain::ListingId id,
                                std::int64_t change);
base::Result<void> write_state(sqlite::Database& database, Audit& audit, const By& by,
                               const HubListing& before, ListingState state,
                               std::optional<base::Instant> publish_at, std::int64_t change);

// How the log of changes calls a listing: "listing:12".
std::string subject_of(domain::ListingId id);

}  // namespace wenlan::store
