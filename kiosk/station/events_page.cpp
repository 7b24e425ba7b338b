// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/events_page.h"

#include <algorithm>

#include "station/day_marks.h"

namespace wenlan::station {

namespace {

constexpr std::size_t cards_of_day_max = 500;
constexpr std::size_t cards_after_max = 24;
constexpr int days_searched = 120;  // for the next day with events

Wanted wanted_by(const model::EventFilter& filter) {
    if (!filter.free_seats_only) return nullptr;
    return [](const Seen& one) { return has_room(one.card); };
}

void append(std::vector<model::EventCard>& cards, std::vector<Seen> seen_ones) {
    for (Seen& one : seen_ones) cards.push_back(std::move(one.card));
}

}  // namespace

base::Result<EventsFrame> events_frame(const Standpoint& at) {
    EventsFrame frame;
    frame.strip = TRY(day_marks(at, at.today(), strip_days));
    frame.chips =
        TRY(at.snapshot.filter_tags(at.days(at.today(), at.today().plus_days(strip_days))));
    for (domain::Tag& chip : frame.chips) chip = at.english.named(std::move(chip));
    return frame;
}

base::Result<model::EventsPage> events_page(const Standpoint& at, const EventsFrame& frame,
                                            const std::vector<Seen>& today, base::CivilDate day,
                                            const model::EventFilter& filter) {
    model::EventsPage page;
    page.day = day;
    page.filter = filter;
    page.strip = frame.strip;
    page.chips = frame.chips;
    page.today_count = static_cast<int>(std::count_if(today.begin(), today.end(), is_left));
    page.week_count = page.today_count;
    for (std::size_t ahead = 1; ahead < 7; ++ahead) page.week_count += frame.strip[ahead].count;

    const Wanted wanted = wanted_by(filter);
    store::OccasionQuery of_day = at.days(day, day.plus_days(1));
    of_day.tag_key = filter.tag_key;
    for (Seen& one : TRY(collect(at, of_day, cards_of_day_max, wanted))) {
        const bool over = one.card.moment == model::Moment::ended;
        (over ? page.ended : page.cards).push_back(std::move(one.card));
    }
    page.day_count = static_cast<int>(page.cards.size());

    store::OccasionQuery after = at.days(day.plus_days(1), day.plus_days(days_searched));
    after.starting_only = true;
    after.tag_key = filter.tag_key;
    const auto following = TRY(collect(at, after, cards_after_max, wanted));
    if (!following.empty()) page.next_day_with_events = following.front().card.start.date;
    append(page.cards, following);
    return page;
}

}  // namespace wenlan::station
