// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/result.h"
#include "store/programme.h"
#include "store/publication.h"
#include "store/seat_counts.h"
#include "store/sqlite/database.h"
#include "store/surroundings.h"

namespace wenlan::store {

// Writes a checked programme into the publication's tables, inside the caller's transaction, and
// brings `seats` up to date with it.
class ProgrammeWriter {
public:
    ProgrammeWriter(sqlite::Database& database, SeatCounts& seats, Ids ids = Ids::own)
        : database_(database), seats_(seats), ids_(ids) {}

    base::Result<PutReport> write(const Programme& programme, std::optional<Origin> replaced);
    // With the ids of the programme.
    base::Result<PutReport> follow(const ProgrammeChange& change);

private:
    using Touched = bool;

    base::Result<void> write_listings(const Programme& programme);
    base::Result<Touched> write_occasions_of(
        std::int64_t listing, const domain::Listing& value,
        const std::vector<const ProgrammeOccasion*>& occasions);
    base::Result<int> remove_occasions(std::int64_t listing, const std::vector<std::int64_t>& kept);
    base::Result<void> make_room(std::int64_t listing,
                                 const std::vector<const ProgrammeOccasion*>& occasions);
    base::Result<void> write_surroundings(const Programme& programme);
    base::Result<void> begin_anew_if_others(const Programme& programme);
    base::Result<void> remove_listing(std::int64_t id);
    base::Result<void> remove_unknown(const Programme& programme);
    base::Result<void> remove_listings(const Programme& programme, Origin origin);
    base::Result<void> write_meta(const Programme& programme);

    sqlite::Database& database_;
    SeatCounts& seats_;
    const Ids ids_;
    PutReport report_;
    bool surroundings_changed_ = false;  // centre, venues or tags
    std::map<domain::VenueId, std::int64_t> venues_;
};

}  // namespace wenlan::store
