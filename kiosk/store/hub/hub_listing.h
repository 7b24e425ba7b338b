// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "store/names.h"
#include "store/programme.h"

namespace wenlan::store {

// Whether residents are to see a listing. What they see changes when the programme is published.
enum class ListingState : std::uint8_t {
    draft,
    published,
    withdrawn,  // kept at the hub, shown nowhere
};

template <>
struct Names<ListingState> {
    static constexpr std::array<std::pair<ListingState, std::string_view>, 3> table{{
        {ListingState::draft, "draft"},
        {ListingState::published, "published"},
        {ListingState::withdrawn, "withdrawn"},
    }};
};

// A listing as staff keep it.
struct HubListing {
    domain::Listing listing;
    Origin origin = Origin::desk;
    ListingState state = ListingState::draft;
    std::optional<base::Instant> publish_at;  // of a published one: not shown before
    // Grows with every change of it or of its dates. Given with an edit it says upon which state
    // the edit was made.
    std::int64_t revision = 0;
    bool pending = false;  // it is not yet published as it stands
};

// One line of a list of them.
struct HubListingLine {
    domain::ListingId id;
    domain::Kind kind = domain::Kind::event;
    base::LocalText title;
    ListingState state = ListingState::draft;
    std::optional<base::Instant> publish_at;
    bool pending = false;
};

}  // namespace wenlan::store
