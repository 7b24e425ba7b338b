// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/pocket/offer.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/url_part.h"
#include "domain/usual_form.h"
#include "domain/waiting_list.h"
#include "hub/pocket/html.h"

namespace wenlan::hub::pocket {

namespace {

using namespace std::chrono_literals;

constexpr base::Duration dates_ahead = 24h * 190;
constexpr std::size_t dates_max = 12;
constexpr std::size_t start_digits = 12;

std::optional<base::Instant> start_of(std::string_view text) {
    if (text.size() != start_digits) return std::nullopt;
    int values[5] = {};
    constexpr std::array<std::size_t, 5> lengths = {4, 2, 2, 2, 2};
    std::size_t at = 0;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        for (std::size_t end = at + lengths[i]; at < end; ++at) {
            if (text[at] < '0' || text[at] > '9') return std::nullopt;
            values[i] = values[i] * 10 + (text[at] - '0');
        }
    }
    const base::CivilTime time{{values[0], values[1], values[2]}, values[3], values[4], 0};
    if (!time.date.valid() || time.hour > 23 || time.minute > 59) return std::nullopt;
    return base::Zone::shanghai().instant(time);
}

bool shown(const domain::Listing& listing, base::Instant now) {
    return (!listing.shown_from || now >= *listing.shown_from) &&
           (!listing.shown_until || now < *listing.shown_until);
}

base::Result<void> add_dates(const store::Snapshot& snapshot, Offer& offer, base::Instant now) {
    offer.dates = TRY(snapshot.times_of(offer.listing.id, now - 24h, now + dates_ahead));
    std::erase_if(offer.dates, [now](const store::OccasionTime& one) { return one.end <= now; });
    if (offer.dates.size() > dates_max) offer.dates.resize(dates_max);
    return {};
}

base::Result<std::optional<Offer>> offer_of(const store::Snapshot& snapshot,
                                            domain::ListingId listing, base::Instant now) {
    const auto found = TRY(snapshot.listing(listing));
    if (!found || !shown(*found, now)) return std::optional<Offer>{};
    Offer offer;
    offer.centre = snapshot.centre();
    offer.listing = *found;
    offer.form = domain::form_of(*found);
    // The bookings of a service are other people's.
    if (found->kind != domain::Kind::service) TRY(add_dates(snapshot, offer, now));
    return std::optional{std::move(offer)};
}

}  // namespace

std::string start_text(base::Instant start) {
    const base::CivilTime time = base::Zone::shanghai().local(start);
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%04d%02d%02d%02d%02d", time.date.year, time.date.month,
                  time.date.day, time.hour, time.minute);
    return text.data();
}

std::string Offer::listing_path() const { return "/c/" + base::url_part(listing.key); }

std::string Offer::path() const {
    return when ? listing_path() + "/" + start_text(when->occasion.start) : listing_path();
}

base::Result<std::optional<Offer>> find_offer(Programme& programme, const std::string& listing_key,
                                              std::string_view start, base::Instant now) {
    return programme.with(
        [&](const store::Snapshot& snapshot) -> base::Result<std::optional<Offer>> {
            const domain::ListingId id = TRY(snapshot.listing_id(listing_key));
            if (!id) return std::optional<Offer>{};
            auto offer = TRY(offer_of(snapshot, id, now));
            if (!offer || offer->listing.kind == domain::Kind::service) return offer;
            const auto wanted = start_of(start);
            if (!start.empty() && !wanted) return std::optional<Offer>{};
            if (wanted) {
                const auto times = TRY(snapshot.times_of(id, *wanted, *wanted + 1min));
                if (!times.empty()) offer->when = TRY(snapshot.occasion(times.front().id));
                offer->other_date = times.empty();
            }
            if (!offer->when) offer->when = TRY(snapshot.next_occasion(id, now));
            return offer;
        });
}

base::Result<std::optional<Offer>> find_offer(Programme& programme, domain::ListingId listing,
                                              domain::OccasionId occasion, base::Instant now) {
    return programme.with(
        [&](const store::Snapshot& snapshot) -> base::Result<std::optional<Offer>> {
            auto offer = TRY(offer_of(snapshot, listing, now));
            if (offer && occasion) offer->when = TRY(snapshot.occasion(occasion));
            return offer;
        });
}

Way way_of(const Offer& offer, const std::optional<PhoneSeats>& seats, base::Instant now) {
    using domain::Join;
    const domain::Listing& listing = offer.listing;
    if (listing.join == Join::anonymous) return Way::at_the_screen;
    if (listing.deadline && now >= *listing.deadline) return Way::over;
    const bool dated = offer.when.has_value() && listing.kind != domain::Kind::service &&
                       listing.kind != domain::Kind::club && listing.kind != domain::Kind::call;
    if (dated) {
        const domain::Occasion& occasion = offer.when->occasion;
        const bool off = occasion.state == domain::OccasionState::cancelled;
        if (off || now >= occasion.end) return Way::over;
    }
    if (listing.join == Join::walk_in) return Way::walk_in;
    if (offer.form.empty()) return Way::none;
    if (!dated) return Way::sign_up;
    if (!seats) return Way::closed;  // the office has not heard of it yet
    if (seats->rules.opens && now < *seats->rules.opens) return Way::not_yet;
    if (!seats->rules.open_at(now)) return Way::closed;
    if (seats->rules.by_lot || seats->capacity == 0) return Way::sign_up;
    if (seats->free > 0 && !seats->waited_for) return Way::sign_up;
    return now < domain::told_until(seats->rules.start) ? Way::wait : Way::closed;
}

}  // namespace wenlan::hub::pocket
