// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "store/hub/audit.h"
#include "store/hub/hub_database.h"
#include "store/hub/hub_listing.h"
#include "store/publication.h"
#include "store/surroundings.h"

namespace wenlan::store {

// What is put into the hub's programme at once, and how.
struct BulkPut {
    PutMode mode = PutMode::apply;
    std::optional<Origin> replaced;  // listings of that origin that are not put are withdrawn
    Ids ids = Ids::own;              // given: of a programme that was kept without a hub's database
};

// The programme as a centre's staff keep it: its listings and what stands around them. (Dates that
// repeat or change are in hub_dates.h.) Each call is whole or does nothing, is written into the log
// of changes, and is seen by residents once it is published (derivation.h). Thread: that of its
// database.
class HubProgramme {
public:
    explicit HubProgramme(HubDatabase& hub) : database_(hub.connection()), audit_(hub) {}

    // False: nobody has put anything into it yet.
    base::Result<bool> begun();

    base::Result<std::vector<HubListingLine>> listings();
    // "programme.no-listing"
    base::Result<HubListing> listing(domain::ListingId id);
    // Adds a listing with the id zero, else changes the one with its id; gives its id. An edit
    // whose revision is not zero and not the listing's is refused: "programme.changed-meanwhile".
    // What the domain does not allow: "programme.invalid". Its state is as it was; of a new one, a
    // draft.
    base::Result<domain::ListingId> put_listing(const By& by, const HubListing& entry);
    base::Result<void> set_state(const By& by, domain::ListingId id, ListingState state,
                                 std::optional<base::Instant> publish_at = std::nullopt);
    // The newest first.
    base::Result<std::vector<AuditEntry>> history(domain::ListingId id, int count_max);

    base::Result<domain::Centre> centre();
    base::Result<void> put_centre(const By& by, const domain::Centre& centre);
    base::Result<std::vector<domain::Venue>> venues();
    // Adds or changes the venue with its key; gives its id.
    base::Result<domain::VenueId> put_venue(const By& by, const domain::Venue& venue);
    base::Result<std::vector<domain::Tag>> tags();
    // What listings call their posters, those of the last change first.
    base::Result<std::vector<std::string>> posters(std::size_t count_max);

    // All of it, drafts and what was withdrawn too, with the hub's ids.
    base::Result<Programme> programme();
    // As Publication::put: adds or changes what the programme holds, by its keys. New listings are
    // published ones; of those that are there the state stays, but for a demonstration's. Dates of
    // a series stay with it.
    base::Result<PutReport> put(const By& by, const Programme& programme, const BulkPut& how = {});

private:
    sqlite::Database& database_;
    Audit audit_;
};

}  // namespace wenlan::store
