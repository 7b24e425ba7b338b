// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/hub/audit.h"
#include "store/hub/hub_database.h"
#include "store/hub/hub_listing.h"

namespace wenlan::store {

enum class ListingOrder : std::uint8_t { changed, title, next };

template <>
struct Names<ListingOrder> {
    static constexpr std::array<std::pair<ListingOrder, std::string_view>, 3> table{{
        {ListingOrder::changed, "changed"},
        {ListingOrder::title, "title"},
        {ListingOrder::next, "next"},
    }};
};

// Which listings staff look for. What is not said does not matter.
struct ListingQuery {
    std::string words;  // in titles and subtitles
    std::optional<domain::Kind> kind;
    std::optional<domain::Section> section;
    std::optional<ListingState> state;
    bool in_review = false;                    // of drafts: only those that wait for a review
    std::string tag;                           // its key
    std::optional<base::Instant> from, until;  // has a date that ends after, begins before
    bool pending = false;                      // only what is not published as it stands
    ListingOrder order = ListingOrder::changed;
    int offset = 0;
    int limit = 50;
    base::Instant now;
};

// A line of what was found.
struct ListingHit {
    HubListingLine line;
    domain::Section section = domain::Section::events;
    base::LocalText subtitle;
    domain::Poster poster;
    Origin origin = Origin::desk;
    domain::Feature feature = domain::Feature::none;
    bool in_review = false;
    std::optional<domain::Occasion> next;  // of its dates, that is not over
    int coming = 0;                        // dates that are not over
    std::optional<By> changed;             // last
};

struct ListingHits {
    int total = 0;
    std::vector<ListingHit> hits;
};

base::Result<ListingHits> search_listings(HubDatabase& hub, const ListingQuery& query);
// How many listings are not published as they stand.
base::Result<int> count_pending(HubDatabase& hub);
base::Result<bool> surroundings_pending(HubDatabase& hub);

}  // namespace wenlan::store
