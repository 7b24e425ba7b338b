// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <variant>

#include "model/intent.h"
#include "ui/i18n/strings.h"

namespace wenlan::ui {

enum class ScreenName : std::uint8_t {
    attract,
    home,
    // The sections of the dock.
    events,
    clubs,
    reading,
    volunteering,
    neighbourhood,
    mine,
    // What lies on top of what led to it.
    calendar,
    list,
    centre,
    search,
    detail,   // of a listing of any kind
    receipt,  // of what a visitor has just signed up for; it is in the visit
    // Of staff, behind the seal: no dock, no strip, another idle time.
    staff,  // the code, then the panel
    staff_office,
    staff_touch,
    staff_dark,
};
inline bool is_of_staff(ScreenName screen) { return screen >= ScreenName::staff; }
bool lies_on_top(ScreenName screen);

// Where a visitor is.
struct Place {
    ScreenName screen = ScreenName::attract;
    domain::Section section = domain::Section::events;
    domain::OccasionId occasion{};
    domain::ListingId listing{};
    domain::Kind kind = domain::Kind::event;          // of a detail
    model::ListName list = model::ListName::reading;  // of a list
    domain::VenueId room{};                           // asked for at the centre's page
    bool operator==(const Place&) const = default;
};

// What a sheet over the page shows.
struct SheetContent {
    enum class Kind : std::uint8_t { words, qr, sign_up, walk_in };
    Kind kind = Kind::words;
    Key title = Key::later_service_desk;
    Key line = Key::later_service_desk;
    // What one signs up for; an occasion of 0: the listing alone.
    domain::OccasionId occasion{};
    domain::ListingId listing{};
};

struct Go {
    Place place;
};
struct Back {};
struct OpenSheet {
    SheetContent content;
};
struct CloseSheet {};
struct Stay {};   // still there: the idle warning closes
struct Leave {};  // the visit ends
using Navigation = std::variant<Go, Back, OpenSheet, CloseSheet, Stay, Leave>;

// What a drawn frame asks for; applied after the frame.
using Action = std::variant<model::Intent, Navigation>;

// The later of two wishes of one frame counts.
inline void take(std::optional<Action>& action, std::optional<Action> wanted) {
    if (wanted) action = std::move(wanted);
}

inline Action go(Place place) { return Navigation{Go{place}}; }
// The page of the listing that a card of any kind is of; `section`: whose item of the dock stays
// marked.
template <typename Card>
Action open_listing(const Card& card, domain::Section section) {
    return go({.screen = ScreenName::detail,
               .section = section,
               .occasion = card.occasion,
               .listing = card.listing,
               .kind = card.kind});
}
inline Action open_sheet(Key title, Key line) {
    return Navigation{OpenSheet{{SheetContent::Kind::words, title, line}}};
}

inline Action open_sign_up(domain::OccasionId occasion, domain::ListingId listing) {
    SheetContent content{};
    content.kind = SheetContent::Kind::sign_up;
    content.occasion = occasion;
    content.listing = listing;
    return Navigation{OpenSheet{content}};
}

inline Action open_walk_in(domain::OccasionId occasion, domain::ListingId listing) {
    SheetContent content{};
    content.kind = SheetContent::Kind::walk_in;
    content.occasion = occasion;
    content.listing = listing;
    return Navigation{OpenSheet{content}};
}

}  // namespace wenlan::ui
