// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/centre_page.h"

#include <algorithm>
#include <utility>

#include "station/duty.h"
#include "station/opening.h"

namespace wenlan::station {

namespace {

constexpr std::size_t closures_max = 6;

// What is on in a room, else what is next there today.
std::optional<model::EventCard> now_in(const std::vector<Seen>& today, domain::VenueId room,
                                       base::Instant now) {
    const Seen* next = nullptr;
    for (const Seen& one : today) {
        if (one.venue != room || !is_left(one)) continue;
        if (one.card.moment == model::Moment::on_now) return one.card;
        if (next == nullptr && one.start > now) next = &one;
    }
    if (next == nullptr) return std::nullopt;
    return next->card;
}

}  // namespace

base::Result<model::CentrePage> centre_page(const Standpoint& at, const std::vector<Seen>& today,
                                            domain::VenueId room) {
    model::CentrePage page;
    page.centre = at.snapshot.centre();
    page.open_now = is_open(page.centre, at.local);
    for (const base::CivilDate day : page.centre.closure_days) {
        if (day >= at.today()) page.closures.push_back(day);
    }
    std::sort(page.closures.begin(), page.closures.end());
    if (page.closures.size() > closures_max) page.closures.resize(closures_max);
    for (const domain::Venue& found : TRY(at.snapshot.rooms())) {
        domain::Venue venue = at.english.named(found);
        if (page.storeys.empty() || page.storeys.back().storey != venue.storey) {
            page.storeys.push_back({venue.storey, venue.floor, {}});
        }
        page.storeys.back().rooms.push_back(
            {venue.id, std::move(venue.name), venue.directions, now_in(today, venue.id, at.now)});
    }
    page.asked_for = room;
    page.duty = duty_now(at);
    return page;
}

}  // namespace wenlan::station
