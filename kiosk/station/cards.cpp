// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/cards.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "domain/seats.h"
#include "station/opening.h"

namespace wenlan::station {

namespace {

// A day may hold more than any list shows, but a broken import must not fill the memory.
constexpr std::size_t occasions_a_day_max = 1000;

const base::LocalText& or_title(const base::LocalText& text, const base::LocalText& title) {
    return text.empty() ? title : text;
}

// An exhibition of many days is on while the doors are open, not through the night.
bool rests_now(const Standpoint& at, const domain::Occasion& occasion) {
    const bool many_days = occasion.end - occasion.start >= std::chrono::hours{24};
    return many_days && !is_open(at.snapshot.centre(), at.local);
}

model::Moment moment_of(const Standpoint& at, const domain::Occasion& occasion) {
    using model::Moment;
    if (occasion.end <= at.now) return Moment::ended;
    if (occasion.start <= at.now) {
        if (occasion.state == domain::OccasionState::cancelled) return Moment::ended;
        return rests_now(at, occasion) ? Moment::upcoming : Moment::on_now;
    }
    return occasion.start - at.now <= soon_before ? Moment::soon : Moment::upcoming;
}

}  // namespace

model::SeatsShown seats_shown(const Standpoint& at, const domain::Occasion& occasion) {
    using Kind = model::SeatsShown::Kind;
    model::SeatsShown seats;
    if (occasion.capacity == 0) return seats;
    seats.capacity = occasion.capacity;
    const auto taken = at.snapshot.seats().of(occasion.id);
    if (!taken || at.seats == Standpoint::Seats::unknown) {
        seats.kind = Kind::unknown;
        return seats;
    }
    const domain::SeatBook book{.capacity = occasion.capacity,
                                .confirmed = *taken,
                                .outstanding_rights = 0,
                                .held = 0,
                                .walk_in_reserve = occasion.walk_in_places};
    seats.free = domain::free_seats(book, domain::Channel::screen);
    seats.taken = occasion.capacity - seats.free;
    seats.kind = seats.free > 0 ? Kind::counted : Kind::full;
    seats.approximate = at.seats == Standpoint::Seats::approximate;
    return seats;
}

model::EventCard card_of(const Standpoint& at, const store::ListingSummary& listing) {
    model::EventCard card;
    card.listing = listing.id;
    card.kind = listing.kind;
    card.section = listing.section;
    card.title = at.english.named(listing.title);
    card.short_title = at.english.named(or_title(listing.short_title, listing.title));
    card.full_title = at.english.named(or_title(listing.full_title, listing.title));
    card.subtitle = listing.subtitle;
    if (listing.type) card.tag = at.english.named(*listing.type);
    card.poster = listing.poster;
    card.join = listing.join;
    return card;
}

Seen seen(const Standpoint& at, const store::OccasionSummary& summary) {
    const domain::Occasion& occasion = summary.occasion;
    Seen result;
    model::EventCard& card = result.card;
    card = card_of(at, summary.listing);
    card.occasion = occasion.id;
    const domain::Venue venue = at.english.named(summary.venue);
    card.venue = venue.name;
    card.venue_short = or_title(venue.short_name, venue.name);
    card.floor = venue.floor;
    card.start = at.zone.local(occasion.start);
    card.end = at.zone.local(occasion.end);
    card.days_ahead = at.today().days_until(card.start.date);
    card.moment = moment_of(at, occasion);
    card.state = occasion.state;
    card.reason = occasion.reason;
    card.seats = seats_shown(at, occasion);
    result.feature = summary.listing.feature;
    result.start = occasion.start;
    result.end = occasion.end;
    result.walk_in_places = occasion.walk_in_places;
    result.venue = occasion.venue;
    result.has_deadline = summary.listing.has_deadline;
    return result;
}

bool is_left(const Seen& one) {
    return one.card.moment != model::Moment::ended &&
           one.card.state != domain::OccasionState::cancelled;
}

bool has_room(const model::EventCard& card) {
    using Kind = model::SeatsShown::Kind;
    return card.state != domain::OccasionState::cancelled &&
           (card.seats.kind == Kind::counted || card.seats.kind == Kind::none_needed);
}

bool is_open_to_walk_in(const Seen& one) {
    using Kind = model::SeatsShown::Kind;
    const model::EventCard& card = one.card;
    if (card.moment != model::Moment::on_now && card.moment != model::Moment::soon) return false;
    if (card.state != domain::OccasionState::scheduled) return false;
    switch (card.seats.kind) {
        case Kind::counted:
            return true;
        case Kind::full:
            return false;
        case Kind::unknown:
            return card.join == domain::Join::walk_in;
        case Kind::none_needed:
            return card.join == domain::Join::walk_in || one.walk_in_places > 0;
    }
    return false;
}

base::Result<std::vector<Seen>> collect(const Standpoint& at, const store::OccasionQuery& query,
                                        std::size_t count_max, const Wanted& wanted) {
    std::vector<Seen> found;
    if (count_max == 0) return found;
    TRY(at.snapshot.each_occasion(query, [&](const store::OccasionSummary& summary) {
        Seen one = seen(at, summary);
        if (!wanted || wanted(one)) found.push_back(std::move(one));
        return found.size() < count_max;
    }));
    return found;
}

base::Result<std::vector<Seen>> today(const Standpoint& at) {
    return collect(at, at.days(at.today(), at.today().plus_days(1)), occasions_a_day_max);
}

std::vector<Seen> walk_in(const std::vector<Seen>& today) {
    std::vector<Seen> open;
    std::copy_if(today.begin(), today.end(), std::back_inserter(open), is_open_to_walk_in);
    const auto order = [](const Seen& one) {
        const bool counted = one.card.seats.kind == model::SeatsShown::Kind::counted;
        const bool on = one.card.moment == model::Moment::on_now;
        const auto by_time = on ? -one.end.time_since_epoch() : one.start.time_since_epoch();
        return std::tuple(!counted, !on, by_time);
    };
    std::stable_sort(open.begin(), open.end(), [&order](const Seen& one, const Seen& other) {
        return order(one) < order(other);
    });
    return open;
}

const Seen* main_event(const std::vector<Seen>& today) {
    const Seen* best = nullptr;
    for (const Seen& one : today) {
        const bool put_forward =
            one.feature == domain::Feature::attract || one.feature == domain::Feature::both;
        if (!put_forward || !is_left(one)) continue;
        if (best == nullptr || one.start > best->start) best = &one;
    }
    return best;
}

std::vector<model::EventCard> cards_of(const std::vector<Seen>& seen_ones, std::size_t count_max) {
    std::vector<model::EventCard> cards;
    for (const Seen& one : seen_ones) {
        if (cards.size() == count_max) break;
        cards.push_back(one.card);
    }
    return cards;
}

}  // namespace wenlan::station
