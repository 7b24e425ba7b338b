// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/clubs_page.h"

#include <algorithm>
#include <utility>

#include "station/cards.h"
#include "station/club_week.h"

namespace wenlan::station {

namespace {

constexpr int cards_max = 60;

base::Result<model::ClubCard> club_card(const Standpoint& at, const store::ClubSummary& summary) {
    model::ClubCard card;
    const domain::Club& club = summary.club;
    const auto next = TRY(at.snapshot.next_occasion(summary.listing.id, at.now));
    const bool coming = next && next->occasion.end > at.now;
    card.card = coming ? seen(at, *next).card : card_of(at, summary.listing);
    card.weekly = TRY(weekly_line(at, club, summary.listing.id));
    card.members = club.members;
    card.places_open = club.places_open;
    card.recruiting = club.recruiting;
    card.full =
        !club.recruiting && club.places_open == 0 && summary.listing.join == domain::Join::sign_up;
    card.rests_until = rests_until(at, club);
    return card;
}

// Those that every club has, or that have a filter of their own, say nothing here.
bool is_chip(const domain::Tag& tag) { return tag.key != "club" && tag.key != "recruiting"; }

}  // namespace

base::Result<model::ClubsPage> clubs_page(const Standpoint& at, const model::ClubFilter& filter,
                                          int first) {
    model::ClubsPage page;
    page.filter = filter;
    for (domain::Tag& tag : TRY(at.snapshot.club_tags())) {
        if (is_chip(tag)) page.chips.push_back(at.english.named(std::move(tag)));
    }
    const store::ClubCount all = TRY(at.snapshot.club_count({}, at.now));
    page.club_count = all.clubs;
    page.member_count = all.members;
    page.recruiting_count = all.recruiting;
    const store::ClubCount count =
        filter.tag_key.empty() ? all : TRY(at.snapshot.club_count(filter.tag_key, at.now));
    page.count = filter.recruiting_only ? count.recruiting : count.clubs;
    page.first = std::clamp(first, 0, std::max(0, page.count - 1));
    const auto clubs = TRY(at.snapshot.clubs({.now = at.now,
                                              .tag_key = filter.tag_key,
                                              .recruiting_only = filter.recruiting_only,
                                              .first = page.first,
                                              .count_max = cards_max}));
    for (const store::ClubSummary& club : clubs) page.cards.push_back(TRY(club_card(at, club)));
    return page;
}

base::Result<model::ClubFacts> club_facts(const Standpoint& at, const domain::Listing& listing) {
    model::ClubFacts facts;
    facts.club = listing.club.value_or(domain::Club{});
    facts.club.rests_until = rests_until(at, facts.club);
    facts.weekly = TRY(weekly_line(at, facts.club, listing.id));
    facts.week = TRY(club_week(at, listing.id));
    facts.venue_note = facts.club.place_note;
    return facts;
}

}  // namespace wenlan::station
