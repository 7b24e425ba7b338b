// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/detail_page.h"

#include <array>
#include <cstdio>
#include <string_view>
#include <utility>

#include "base/url_part.h"
#include "domain/usual_form.h"
#include "station/cards.h"
#include "station/challenge_facts.h"
#include "station/clubs_page.h"

namespace wenlan::station {

namespace {

constexpr int related_days_max = 60;
constexpr int booking_days = 92;  // as far as the calendar reaches

// The page behind the QR code. It holds no id, so that it stays true over editions.
std::string url_of(const domain::Centre& centre, const std::string& key,
                   const std::optional<base::CivilTime>& start) {
    if (centre.public_url.empty()) return {};
    std::string url = centre.public_url + "/" + base::url_part(key);
    if (start) {
        std::array<char, 32> text{};
        std::snprintf(text.data(), text.size(), "/%04d%02d%02d%02d%02d", start->date.year,
                      start->date.month, start->date.day, start->hour, start->minute);
        url += text.data();
    }
    return url;
}

// The next thing of the same type, of another listing if there is one.
base::Result<std::optional<model::EventCard>> related(const Standpoint& at,
                                                      const model::EventCard& card) {
    std::optional<model::EventCard> same_listing;
    std::optional<model::EventCard> other_listing;
    if (card.tag.key.empty()) return same_listing;
    store::OccasionQuery query = at.days(at.today(), at.today().plus_days(related_days_max));
    query.type_key = card.tag.key;
    TRY(at.snapshot.each_occasion(query, [&](const store::OccasionSummary& summary) {
        const Seen one = seen(at, summary);
        if (!is_left(one) || one.card.occasion == card.occasion) return true;
        if (one.card.listing == card.listing) {
            if (!same_listing && one.start > at.now) same_listing = one.card;
            return true;
        }
        other_listing = one.card;
        return false;
    }));
    return other_listing ? other_listing : same_listing;
}

// The days of the coming weeks on which a service is booked.
base::Result<std::vector<base::CivilDate>> taken_days(const Standpoint& at,
                                                      domain::ListingId service) {
    std::vector<base::CivilDate> days;
    const auto times = TRY(at.snapshot.times_of(service, at.start_of(at.today()),
                                                at.start_of(at.today().plus_days(booking_days))));
    for (const store::OccasionTime& one : times) {
        const base::CivilDate day = at.zone.local(one.start).date;
        if (one.state == domain::OccasionState::cancelled) continue;
        if (days.empty() || days.back() != day) days.push_back(day);
    }
    return days;
}

// What only some kinds of listings have.
base::Result<void> add_parts(const Standpoint& at, const domain::Listing& listing,
                             model::EventDetail& page) {
    if (listing.kind == domain::Kind::club) page.club = TRY(club_facts(at, listing));
    if (listing.challenge) page.challenge = challenge_facts(*listing.challenge, at.today());
    if (listing.kind == domain::Kind::notice && listing.shown_from) {
        page.posted = at.zone.local(*listing.shown_from).date;
    }
    if (listing.kind == domain::Kind::service) {
        page.needs = listing.needs;
        page.taken_days = TRY(taken_days(at, listing.id));
    }
    page.items = listing.items;
    page.form = domain::form_of(listing);
    page.walk_in_form = domain::walk_in_form_of(listing);
    return {};
}

base::Result<std::optional<DetailPage>> page_of(const Standpoint& at,
                                                const domain::Listing& listing,
                                                const std::optional<store::OccasionSummary>& when) {
    DetailPage detail;
    detail.place.listing_key = listing.key;
    model::EventDetail& page = detail.page;
    if (when) {
        page.card = seen(at, *when).card;
        page.directions = when->venue.directions;
        if (when->venue.storey > 0) page.venue = when->venue.id;
        detail.place.start = when->occasion.start;
    } else {
        page.card = card_of(at, store::summary_of(listing));
    }
    page.body = listing.body;
    page.organiser = listing.organiser;
    page.seating = listing.seating;
    page.audience = listing.audience;
    for (const domain::Tag& tag : listing.tags) page.tags.push_back(at.english.named(tag));
    page.url = url_of(at.snapshot.centre(), listing.key,
                      when ? std::optional(page.card.start) : std::nullopt);
    if (listing.deadline) {
        page.deadline = at.zone.local(*listing.deadline);
        if (*listing.deadline >= at.now) {
            page.days_left = at.today().days_until(page.deadline->date);
        }
    }
    TRY(add_parts(at, listing, page));
    page.related = TRY(related(at, page.card));
    return std::optional{std::move(detail)};
}

base::Result<std::optional<DetailPage>> of_listing(const Standpoint& at,
                                                   domain::ListingId listing) {
    const auto found = TRY(at.snapshot.listing(listing));
    if (!found) return std::optional<DetailPage>{};
    // The bookings of a service are other people's.
    if (found->kind == domain::Kind::service) return page_of(at, *found, std::nullopt);
    return page_of(at, *found, TRY(at.snapshot.next_occasion(listing, at.now)));
}

}  // namespace

base::Result<std::optional<DetailPage>> detail_page(const Standpoint& at,
                                                    domain::OccasionId occasion,
                                                    domain::ListingId listing) {
    if (!occasion) return of_listing(at, listing);
    const auto when = TRY(at.snapshot.occasion(occasion));
    if (!when) return std::optional<DetailPage>{};
    const auto found = TRY(at.snapshot.listing(when->listing.id));
    if (!found) return std::optional<DetailPage>{};
    return page_of(at, *found, when);
}

base::Result<std::optional<DetailPage>> detail_page(const Standpoint& at,
                                                    const DetailPlace& place) {
    const domain::ListingId listing = TRY(at.snapshot.listing_id(place.listing_key));
    if (!listing) return std::optional<DetailPage>{};
    if (!place.start) return of_listing(at, listing);

    const base::CivilDate date = at.zone.local(*place.start).date;
    store::OccasionQuery query = at.days(date, date.plus_days(1));
    query.listing = listing;
    query.starting_only = true;
    domain::OccasionId chosen;
    TRY(at.snapshot.each_occasion(query, [&](const store::OccasionSummary& summary) {
        if (!chosen) chosen = summary.occasion.id;
        if (summary.occasion.start == *place.start) chosen = summary.occasion.id;
        return summary.occasion.start < *place.start;
    }));
    if (!chosen) return std::optional<DetailPage>{};
    return detail_page(at, chosen, listing);
}

}  // namespace wenlan::station
