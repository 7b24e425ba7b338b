// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/reading_page.h"

#include "station/cards.h"
#include "station/challenge_facts.h"
#include "station/this_week.h"

namespace wenlan::station {

namespace {

constexpr std::size_t cards_max = 3;
constexpr std::size_t week_max = 500;

base::Result<std::optional<model::ReadingPage::ChallengeCard>> challenge(const Standpoint& at) {
    std::optional<model::ReadingPage::ChallengeCard> card;
    const domain::ListingId id = TRY(at.snapshot.challenge(at.today(), at.now));
    if (!id) return card;
    const auto listing = TRY(at.snapshot.listing(id));
    if (!listing || !listing->challenge) return card;
    card.emplace();
    card->card = card_of(at, store::summary_of(*listing));
    card->facts = challenge_facts(*listing->challenge, at.today());
    return card;
}

// The first listing of a kind in this section that lists something.
base::Result<std::optional<model::EventCard>> shelf(const Standpoint& at, domain::Kind kind) {
    const auto found = TRY(at.snapshot.listings({.now = at.now,
                                                 .kind = kind,
                                                 .section = domain::Section::reading,
                                                 .with_items_only = true,
                                                 .count_max = 1}));
    if (found.empty()) return std::optional<model::EventCard>{};
    return std::optional{card_of(at, found.front())};
}

}  // namespace

base::Result<model::ReadingPage> reading_page(const Standpoint& at) {
    model::ReadingPage page;
    page.challenge = TRY(challenge(at));
    const ComingOfKind coming = TRY(coming_of_kind(at, domain::Kind::reading, week_max));
    page.cards = cards_of(coming.ones, cards_max);
    page.cards_are_later = coming.later;
    page.count = static_cast<int>(coming.later ? 0 : coming.ones.size());
    page.swap_shelf = TRY(shelf(at, domain::Kind::service));
    page.notes = TRY(shelf(at, domain::Kind::call));
    return page;
}

}  // namespace wenlan::station
