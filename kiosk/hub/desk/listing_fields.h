// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "domain/listing.h"
#include "hub/desk/fields.h"

namespace wenlan::hub::desk {

// What came in of a listing (Listing in api_shapes.h), over what it was. A form that asks otherwise
// than before gets a new version.
void read_listing(const Fields& fields, const std::vector<domain::Tag>& tags,
                  domain::Listing& listing, Faults& faults);
// What the domain asks of a listing as a whole, by field.
void check_listing(const domain::Listing& listing, Faults& faults);
// As it goes out.
Json json_of(const domain::Listing& listing);
domain::Section section_of(domain::Kind kind);

}  // namespace wenlan::hub::desk
