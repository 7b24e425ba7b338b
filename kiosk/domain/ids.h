// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

namespace wenlan::domain {

using ListingId = base::Id<struct ListingTag>;
using OccasionId = base::Id<struct OccasionTag>;
using VenueId = base::Id<struct VenueTag>;

}  // namespace wenlan::domain
