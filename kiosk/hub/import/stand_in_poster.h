// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/listing.h"

namespace wenlan::hub {

// One of the built-in paintings for an event that has no poster, chosen by what its words speak of.
domain::Poster stand_in_poster(const domain::Listing& listing);

}  // namespace wenlan::hub
