// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/series.h"
#include "hub/desk/fields.h"
#include "store/hub/hub_database.h"

namespace wenlan::hub::desk {

// What came in of a date (Date in api_shapes.h), over what it was.
void read_date(const Fields& fields, domain::Occasion& occasion);
// What is asked of a date as a whole, by field.
void check_date(const Fields& fields, const domain::Occasion& occasion);
void read_series(const Fields& fields, domain::Series& series);
Json json_of(const domain::Series& series);
// "dates" and "series" of a listing.
base::Result<void> add_dates(store::HubDatabase& database, domain::ListingId id, Json& page);

}  // namespace wenlan::hub::desk
