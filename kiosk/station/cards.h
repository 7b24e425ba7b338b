// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/view.h"
#include "station/standpoint.h"
#include "store/snapshot.h"

namespace wenlan::station {

// A card and what decides where it is put.
struct Seen {
    model::EventCard card;
    domain::Feature feature = domain::Feature::none;
    base::Instant start;
    base::Instant end;
    int walk_in_places = 0;
    domain::VenueId venue;
    bool has_deadline = false;  // of its listing
};

Seen seen(const Standpoint& standpoint, const store::OccasionSummary& summary);

// Of a listing without an occasion (a call, a notice): no occasion id, times of no meaning.
model::EventCard card_of(const Standpoint& standpoint, const store::ListingSummary& listing);

// What the kiosk may say of the seats, from the books of the occasion.
model::SeatsShown seats_shown(const Standpoint& standpoint, const domain::Occasion& occasion);

bool is_left(const Seen& seen);             // neither over nor cancelled
bool is_open_to_walk_in(const Seen& seen);  // now or within half an hour, with room
bool has_room(const model::EventCard& card);

using Wanted = std::function<bool(const Seen&)>;

// The first `count_max` that are wanted, by start.
base::Result<std::vector<Seen>> collect(const Standpoint& standpoint,
                                        const store::OccasionQuery& query, std::size_t count_max,
                                        const Wanted& wanted = nullptr);

// Today, whole: what the home and attract pages choose from.
base::Result<std::vector<Seen>> today(const Standpoint& standpoint);

// Those open to walk in, best first: where seats are counted before where they are not, what is on
// before what is to begin, and of what is on first what still lasts longest.
std::vector<Seen> walk_in(const std::vector<Seen>& today);

// Tonight's main one: of those left today that are put forward on the attract page, the last to
// begin.
const Seen* main_event(const std::vector<Seen>& today);

std::vector<model::EventCard> cards_of(const std::vector<Seen>& seen, std::size_t count_max);

}  // namespace wenlan::station
