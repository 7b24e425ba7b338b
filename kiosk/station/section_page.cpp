// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/section_page.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "station/cards.h"

namespace wenlan::station {

namespace {

constexpr int listings_max = 200;

struct Placed {
    model::EventCard card;
    int group = 0;
    base::Instant start{};
};

}  // namespace

base::Result<model::SectionPage> section_page(const Standpoint& at, domain::Section section) {
    model::SectionPage page;
    page.section = section;
    std::vector<Placed> placed;
    for (const auto& listing : TRY(at.snapshot.listings_of(section, at.now, listings_max))) {
        const auto next = TRY(at.snapshot.next_occasion(listing.id, at.now));
        if (!next) {
            placed.push_back({card_of(listing), 1});
            continue;
        }
        Seen one = seen(at, *next);
        const bool over = one.card.moment == model::Moment::ended;
        placed.push_back({std::move(one.card), over ? 2 : 0, one.start});
    }
    std::stable_sort(placed.begin(), placed.end(), [](const Placed& one, const Placed& other) {
        return std::pair(one.group, one.start) < std::pair(other.group, other.start);
    });
    for (Placed& one : placed) page.cards.push_back(std::move(one.card));
    return page;
}

}  // namespace wenlan::station
