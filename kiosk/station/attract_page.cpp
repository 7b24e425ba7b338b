// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/attract_page.h"

#include <algorithm>

#include "station/opening.h"

namespace wenlan::station {

namespace {

constexpr std::size_t slips_at_once = 3;
constexpr std::size_t slips_max = 12;  // with those that take their turn

bool is_on(const Seen& one) { return one.card.moment == model::Moment::on_now && is_left(one); }
bool is_ahead(const Seen& one) { return is_left(one) && !is_on(one); }

void add(std::vector<const Seen*>& slips, const Seen* one) {
    const bool there = std::find(slips.begin(), slips.end(), one) != slips.end();
    if (one != nullptr && !there && slips.size() < slips_max) slips.push_back(one);
}

// What one may walk into, else anything that is on.
const Seen* on_now(const std::vector<Seen>& day) {
    const auto find = [&day](const auto& wanted) -> const Seen* {
        const auto found = std::find_if(day.begin(), day.end(), wanted);
        return found == day.end() ? nullptr : &*found;
    };
    for (const Seen& open : walk_in(day)) {
        if (!is_on(open)) continue;
        return find([&open](const Seen& one) { return one.card.occasion == open.card.occasion; });
    }
    return find(is_on);
}

// One on now, then the next and the day's main one in the order in which they begin; then the rest.
std::vector<model::EventCard> slips_of(const std::vector<Seen>& day) {
    std::vector<const Seen*> slips;
    const Seen* const main = main_event(day);
    add(slips, on_now(day));
    const std::size_t ahead_from = slips.size();
    const std::size_t ahead_max = main != nullptr ? slips_at_once - 1 : slips_at_once;
    for (const Seen& one : day) {
        if (slips.size() >= ahead_max) break;
        if (is_ahead(one) && &one != main) add(slips, &one);
    }
    add(slips, main);
    std::stable_sort(slips.begin() + static_cast<std::ptrdiff_t>(ahead_from), slips.end(),
                     [](const Seen* one, const Seen* other) { return one->start < other->start; });
    for (const Seen& one : day) {
        if (is_left(one)) add(slips, &one);
    }
    std::vector<model::EventCard> cards;
    for (const Seen* one : slips) cards.push_back(one->card);
    return cards;
}

// An exhibition of many days does not keep the lobby from closing.
bool anything_left_today(const Standpoint& at, const std::vector<Seen>& today) {
    return std::any_of(today.begin(), today.end(), [&at](const Seen& one) {
        return is_left(one) && one.card.start.date == at.today();
    });
}

base::Result<std::vector<Seen>> day_ahead(const Standpoint& at, int days) {
    const base::CivilDate date = at.today().plus_days(days);
    store::OccasionQuery query = at.days(date, date.plus_days(1));
    query.starting_only = true;
    return collect(at, query, slips_max * 4);
}

}  // namespace

base::Result<model::AttractPage> attract_page(const Standpoint& at,
                                              const std::vector<Seen>& today) {
    model::AttractPage page;
    const domain::Centre& centre = at.snapshot.centre();
    const NextOpening opening = next_opening(centre, at.local);
    page.opens_minute = opening.opens_minute;
    page.opens_days_ahead = opening.days_ahead;
    page.night = at.local.hour >= 23 || at.local.hour < 6;
    const bool left = anything_left_today(at, today);
    page.closed_for_today = is_over_for_today(centre, at.local) && !left;
    if (page.closed_for_today) {
        page.slips = slips_of(TRY(day_ahead(at, opening.days_ahead)));
    } else {
        page.slips = slips_of(today);
        if (page.slips.empty()) page.slips = slips_of(TRY(day_ahead(at, 1)));
    }
    return page;
}

}  // namespace wenlan::station
