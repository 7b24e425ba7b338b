// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/hub/audit.h"
#include "store/hub/hub_programme.h"
#include "store/hub/occasion_table.h"

namespace wenlan::store {

// Writes a checked programme into the hub's tables, inside the caller's transaction: what
// HubProgramme::put does.
class BulkWriter {
public:
    BulkWriter(sqlite::Database& database, Audit& audit, By by, BulkPut how)
        : database_(database), audit_(audit), by_(std::move(by)), how_(how) {}

    base::Result<PutReport> write(const Programme& programme);

private:
    using Touched = bool;
    using Dates = std::vector<const ProgrammeOccasion*>;

    base::Result<void> write_surroundings(const Programme& programme);
    base::Result<void> log_surroundings(const Programme& programme);
    base::Result<void> write_listing(const ProgrammeListing& entry, const Dates& dates);
    base::Result<Touched> write_dates(domain::ListingId listing, const Dates& dates);
    base::Result<void> withdraw_others(const Programme& programme);
    base::Result<void> write_demonstration(const Programme& programme);

    sqlite::Database& database_;
    Audit& audit_;
    const By by_;
    const BulkPut how_;
    PutReport report_;
    std::int64_t change_ = 0;
    std::map<domain::VenueId, std::int64_t> venues_;
};

}  // namespace wenlan::store
