// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "domain/listing.h"

namespace wenlan::store {

// What lists say of a listing: all but its long texts.
struct ListingSummary {
    domain::ListingId id;
    std::string key;
    domain::Kind kind = domain::Kind::event;
    domain::Section section = domain::Section::events;
    base::LocalText title;
    base::LocalText short_title;
    base::LocalText full_title;
    base::LocalText subtitle;
    domain::Poster poster;
    domain::Join join = domain::Join::none;
    domain::Feature feature = domain::Feature::none;
    bool has_deadline = false;
    std::optional<base::Instant> shown_from;
    std::optional<domain::Tag> type;  // its first tag
};

ListingSummary summary_of(const domain::Listing& listing);

struct OccasionSummary {
    domain::Occasion occasion;
    ListingSummary listing;
    domain::Venue venue;
};

}  // namespace wenlan::store
