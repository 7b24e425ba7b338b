// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/home_page.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "station/feature_text.h"

namespace wenlan::station {

namespace {

constexpr std::size_t strip_max = 3;
constexpr std::size_t rows_max = 3;
constexpr std::size_t features_max = 2;

bool is_to_begin(const Seen& one) {
    return one.card.moment == model::Moment::upcoming || one.card.moment == model::Moment::soon;
}

bool holds(const std::vector<model::EventCard>& cards, domain::OccasionId occasion) {
    return std::any_of(cards.begin(), cards.end(), [occasion](const model::EventCard& card) {
        return card.occasion == occasion;
    });
}

// Those of today that are still to begin; when there are none, tomorrow's.
base::Result<void> fill_rows(const Standpoint& at, const std::vector<Seen>& today,
                             model::HomePage& page) {
    const std::size_t wanted = rows_max + (page.walk_in.empty() ? strip_max : 0);
    for (const Seen& one : today) {
        if (page.today.size() == wanted) break;
        const bool later = is_to_begin(one) && one.start > at.now;
        if (later && !holds(page.walk_in, one.card.occasion)) page.today.push_back(one.card);
    }
    if (!page.today.empty()) return {};
    const base::CivilDate tomorrow = at.today().plus_days(1);
    store::OccasionQuery query = at.days(tomorrow, tomorrow.plus_days(1));
    query.starting_only = true;
    page.today = cards_of(TRY(collect(at, query, wanted)), wanted);
    page.today_is_tomorrow = !page.today.empty();
    return {};
}

model::FeatureCard feature_card(const Standpoint& at, const domain::Listing& listing,
                                const FeatureFacts& facts) {
    model::FeatureCard card;
    card.listing = listing.id;
    card.kind = listing.kind;
    card.section = listing.section;
    card.title = at.english.named(listing.title);
    card.short_title =
        listing.short_title.empty() ? card.title : at.english.named(listing.short_title);
    card.badge = fill_in(listing.feature_badge, facts);
    card.line = fill_in(listing.feature_line, facts);
    card.poster = listing.poster;
    card.days_left = facts.days_left;
    return card;
}

base::Result<std::vector<model::FeatureCard>> open_calls(const Standpoint& at) {
    std::vector<model::FeatureCard> cards;
    for (const domain::Listing& call : TRY(at.snapshot.calls_put_forward(at.now, features_max))) {
        FeatureFacts facts;
        facts.date = at.zone.local(*call.deadline).date;
        facts.days_left = at.today().days_until(*facts.date);
        cards.push_back(feature_card(at, call, facts));
    }
    return cards;
}

// By the first occasion of each that is neither over nor cancelled.
base::Result<std::vector<model::FeatureCard>> main_events(const Standpoint& at) {
    constexpr int days_ahead_max = 120;
    store::OccasionQuery query = at.days(at.today(), at.today().plus_days(days_ahead_max));
    query.put_forward = true;
    std::set<domain::ListingId> taken;
    const auto next = TRY(collect(at, query, features_max, [&taken](const Seen& one) {
        return one.feature != domain::Feature::attract && !one.has_deadline && is_left(one) &&
               taken.insert(one.card.listing).second;
    }));
    std::vector<model::FeatureCard> cards;
    for (const Seen& one : next) {
        const auto listing = TRY(at.snapshot.listing(one.card.listing));
        if (!listing) continue;
        FeatureFacts facts;
        facts.date = one.card.start.date;
        model::FeatureCard card = feature_card(at, *listing, facts);
        card.occasion = one.card.occasion;
        cards.push_back(std::move(card));
    }
    return cards;
}

// Calls that are open, then events, each by the time at which they are due; one of each where there
// is one of each.
base::Result<std::vector<model::FeatureCard>> features(const Standpoint& at) {
    auto calls = TRY(open_calls(at));
    auto events = TRY(main_events(at));
    std::vector<model::FeatureCard> chosen;
    const std::size_t calls_wanted = events.empty() ? features_max : 1;
    const std::size_t events_wanted = calls.empty() ? features_max : 1;
    for (std::size_t i = 0; i < calls.size() && i < calls_wanted; ++i) chosen.push_back(calls[i]);
    for (std::size_t i = 0; i < events.size() && i < events_wanted; ++i)
        chosen.push_back(events[i]);
    return chosen;
}

}  // namespace

base::Result<model::HomePage> home_page(const Standpoint& at, const std::vector<Seen>& today) {
    model::HomePage page;
    const std::vector<Seen> open = walk_in(today);
    page.walk_in = cards_of(open, strip_max);
    page.walk_in_count = static_cast<int>(open.size());
    page.today_count = static_cast<int>(std::count_if(today.begin(), today.end(), is_left));
    TRY(fill_rows(at, today, page));
    page.features = TRY(features(at));
    if (const Seen* main = main_event(today); main != nullptr && !main->card.tag.key.empty()) {
        page.main_tag = main->card.tag;
    }
    return page;
}

}  // namespace wenlan::station
