// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "base/local_text.h"
#include "base/time.h"
#include "domain/listing.h"

// What is shown of one occasion, wherever it is shown.
namespace wenlan::model {

// Seats as the kiosk may state them.
struct SeatsShown {
    enum class Kind : std::uint8_t {
        none_needed,  // come as you are
        counted,      // `free` of `capacity`
        full,
        unknown,  // seated, but no number is known
    };
    Kind kind = Kind::none_needed;
    int free = 0;
    int capacity = 0;
    int taken = 0;
    bool approximate = false;  // 约: the hub is out of reach

    bool operator==(const SeatsShown&) const = default;
};

enum class Moment : std::uint8_t { upcoming, soon /* within 30 min */, on_now, ended };

// One occasion with what a card, a row, a tile or a slip says of it.
struct EventCard {
    domain::OccasionId occasion;
    domain::ListingId listing;
    domain::Kind kind = domain::Kind::event;
    domain::Section section = domain::Section::events;
    base::LocalText title;
    base::LocalText short_title;  // never empty: falls back to the title
    base::LocalText full_title;   // never empty: falls back to the title
    base::LocalText subtitle;     // may be empty
    base::LocalText venue;
    base::LocalText venue_short;
    base::LocalText floor;
    domain::Tag tag;  // its type; empty key: none
    domain::Poster poster;
    base::CivilTime start;
    base::CivilTime end;
    int days_ahead = 0;  // 0 today, 1 tomorrow
    Moment moment = Moment::upcoming;
    domain::OccasionState state = domain::OccasionState::scheduled;
    base::LocalText reason;
    domain::Join join = domain::Join::none;
    SeatsShown seats;
};

}  // namespace wenlan::model
