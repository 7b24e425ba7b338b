// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "hub/desk/asked.h"
#include "hub/desk/desk.h"
#include "hub/desk/fields.h"
#include "store/hub/hub_database.h"

namespace wenlan::hub::desk {

// What all changes of a listing have in common.

// {"id","revision"} of the listing as it is now.
base::Result<Reply> saved(store::HubDatabase& database, domain::ListingId id, int status = 200);
// Who edits it, if that is somebody else.
std::optional<std::string> other_editor(Desk& desk, const Asked& asked, domain::ListingId id);
// Upon which state of the listing the change was made; a fault where it is not said.
std::int64_t revision_in(const Json& body, Faults& faults);
// Of a listing, venue or tag that the desk adds.
std::string new_key(base::Random& random);
// The listings that were asked for go to the screens now. Gives the version that has them.
base::Result<std::int64_t> publish_asked(Desk& desk, base::Instant now);

}  // namespace wenlan::hub::desk
