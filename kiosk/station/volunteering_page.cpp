// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/volunteering_page.h"

#include <algorithm>
#include <chrono>

#include "station/cards.h"
#include "station/this_week.h"

namespace wenlan::station {

namespace {

constexpr std::size_t cards_max = 6;
constexpr std::size_t coming_max = 1000;
constexpr std::chrono::hours urgent_within{12};

// Soon, and somebody is still missing.
bool is_urgent(const Standpoint& at, const Seen& one) {
    return one.start > at.now && one.start - at.now <= urgent_within &&
           one.card.seats.kind == model::SeatsShown::Kind::counted;
}

}  // namespace

base::Result<model::VolunteeringPage> volunteering_page(const Standpoint& at) {
    model::VolunteeringPage page;
    page.year = at.snapshot.centre().volunteer_year;
    const auto coming = TRY(all_coming_of_kind(at, domain::Kind::volunteering, coming_max));
    page.count = static_cast<int>(coming.size());
    const auto urgent = std::find_if(coming.begin(), coming.end(),
                                     [&at](const Seen& one) { return is_urgent(at, one); });
    if (urgent != coming.end()) page.urgent = urgent->card;
    bool any_this_week = false;
    for (const Seen& one : coming) {
        if (page.cards.size() == cards_max) break;
        if (urgent != coming.end() && one.card.occasion == urgent->card.occasion) continue;
        any_this_week = any_this_week || is_this_week(at, one);
        page.cards.push_back(one.card);
    }
    page.cards_are_later = !page.cards.empty() && !any_this_week;
    return page;
}

}  // namespace wenlan::station
