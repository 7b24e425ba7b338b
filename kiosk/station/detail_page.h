// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "model/view.h"
#include "station/standpoint.h"

namespace wenlan::station {

// What a detail shows, in words that another snapshot understands too.
struct DetailPlace {
    std::string listing_key;
    std::optional<base::Instant> start;  // none: the listing itself, which has no occasion
};

struct DetailPage {
    DetailPlace place;
    model::EventDetail page;
};

// By occasion, or by listing: its next occasion, or itself. None: there is no such thing.
base::Result<std::optional<DetailPage>> detail_page(const Standpoint& standpoint,
                                                    domain::OccasionId occasion,
                                                    domain::ListingId listing);

// The same thing in this snapshot: the occasion of the listing with that start, else one on the
// same day (it was moved). None: it is gone.
base::Result<std::optional<DetailPage>> detail_page(const Standpoint& standpoint,
                                                    const DetailPlace& place);

}  // namespace wenlan::station
