// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/home_page.h"

#include <algorithm>
#include <optional>
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

struct Put {
    model::FeatureCard card;
    base::Instant when;  // the deadline of a call, else the start
};

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

// The first occasion that is neither over nor cancelled.
base::Result<std::optional<Seen>> next_left(const Standpoint& at, domain::ListingId listing) {
    constexpr int days_ahead_max = 120;
    store::OccasionQuery query = at.days(at.today(), at.today().plus_days(days_ahead_max));
    query.listing = listing;
    auto found = TRY(collect(at, query, 1, is_left));
    if (found.empty()) return std::optional<Seen>{};
    return std::optional{std::move(found.front())};
}

// Calls that are open, then events, each by the time at which they are due.
base::Result<std::vector<model::FeatureCard>> features(const Standpoint& at) {
    std::vector<Put> calls;
    std::vector<Put> events;
    for (const domain::Listing& listing : TRY(at.snapshot.featured(at.now))) {
        if (listing.feature == domain::Feature::attract) continue;
        FeatureFacts facts;
        if (listing.deadline) {
            if (*listing.deadline < at.now) continue;
            facts.date = at.zone.local(*listing.deadline).date;
            facts.days_left = at.today().days_until(*facts.date);
            calls.push_back({feature_card(at, listing, facts), *listing.deadline});
            continue;
        }
        const auto next = TRY(next_left(at, listing.id));
        if (!next) continue;
        facts.date = next->card.start.date;
        model::FeatureCard card = feature_card(at, listing, facts);
        card.occasion = next->card.occasion;
        events.push_back({std::move(card), next->start});
    }
    const auto sooner = [](const Put& one, const Put& other) { return one.when < other.when; };
    std::stable_sort(calls.begin(), calls.end(), sooner);
    std::stable_sort(events.begin(), events.end(), sooner);
    // One of each where there is one of each.
    std::vector<Put> chosen;
    if (!calls.empty()) chosen.push_back(calls.front());
    if (!events.empty()) chosen.push_back(events.front());
    for (const auto* rest : {&calls, &events}) {
        for (std::size_t i = 1; i < rest->size() && chosen.size() < features_max; ++i) {
            chosen.push_back((*rest)[i]);
        }
    }
    std::vector<model::FeatureCard> cards;
    for (Put& put : chosen) cards.push_back(std::move(put.card));
    return cards;
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
