// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "station/lobby.h"

using namespace wenlan;
using test::Keys;
using test::Lobby;

namespace {

domain::Listing& club(test::Town& town, const std::string& key, int members, bool recruiting) {
    domain::Listing& listing = town.listing(key);
    listing.kind = domain::Kind::club;
    listing.club.emplace();
    listing.club->members = members;
    listing.club->recruiting = recruiting;
    listing.club->places_open = recruiting ? 4 : 0;
    return listing;
}

void make_clubs(test::Town& town) {
    town.add_tag("recruiting", domain::Section::clubs, 0);
    town.add_tag("music", domain::Section::clubs, 0);
    club(town, "choir", 31, false).tags.push_back(town.tag("music"));
    town.occasion("2026-11-24T14:00", "2026-11-24T16:00");
    club(town, "drums", 32, true).tags.push_back(town.tag("music"));
    town.programme.listings.back().listing.tags.push_back(town.tag("recruiting"));
    for (const auto* day : {"23", "25", "27"}) {
        const std::string date = std::string("2026-11-") + day;
        town.occasion(date + "T18:30", date + "T20:00");
    }
    club(town, "go", 30, true);
    town.listing("concert");
}

Keys keys(const std::vector<model::ClubCard>& cards) {
    std::vector<model::EventCard> events;
    for (const model::ClubCard& card : cards) events.push_back(card.card);
    return test::keys(events);
}

// The line of a club that meets at these times.
base::LocalText line(const std::vector<std::string>& starts) {
    Lobby lobby;
    club(lobby.town, "club", 1, false);
    for (const std::string& start : starts) {
        lobby.town.occasion(start, start.substr(0, 11) + "23:00");
    }
    lobby.open();
    return lobby.send(model::ShowClubs{}).clubs->cards.at(0).weekly;
}

}  // namespace

TEST_CASE("The clubs come in the programme's order, with their sums", "[clubs]") {
    Lobby lobby;
    make_clubs(lobby.town);
    lobby.open();
    const auto page = lobby.send(model::ShowClubs{}).clubs;
    CHECK(page->club_count == 3);
    CHECK(page->member_count == 93);
    CHECK(page->recruiting_count == 2);
    CHECK(page->count == 3);
    CHECK(keys(page->cards) == Keys{"choir", "drums", "go"});
    CHECK(page->cards[1].members == 32);
    CHECK(page->cards[1].places_open == 4);
    // Neither "club", which all have, nor "recruiting", which has a filter of its own.
    REQUIRE(page->chips.size() == 1);
    CHECK(page->chips[0].key == "music");
}

TEST_CASE("Filters of the clubs combine", "[clubs]") {
    Lobby lobby;
    make_clubs(lobby.town);
    lobby.open();
    const auto shown = [&lobby](const std::string& tag, bool recruiting) {
        const auto& page = *lobby.send(model::ShowClubs{{tag, recruiting}}).clubs;
        CHECK(page.count == static_cast<int>(page.cards.size()));
        CHECK(page.club_count == 3);
        return keys(page.cards);
    };
    CHECK(shown("music", false) == Keys{"choir", "drums"});
    CHECK(shown("", true) == Keys{"drums", "go"});
    CHECK(shown("music", true) == Keys{"drums"});
    CHECK(shown("opera", false).empty());
    // What is no tag at all filters nothing.
    CHECK(shown("no such tag", false).size() == 3);
    CHECK(lobby.view->clubs->filter.tag_key.empty());
}

TEST_CASE("Of many clubs sixty are shown at a time", "[clubs]") {
    Lobby lobby;
    for (int i = 0; i < 130; ++i) club(lobby.town, "club-" + std::to_string(i), 1, i % 2 == 0);
    lobby.open();
    const auto page = lobby.send(model::ShowClubs{{}, 60}).clubs;
    CHECK(page->count == 130);
    CHECK(page->first == 60);
    REQUIRE(page->cards.size() == 60);
    CHECK(keys(page->cards)[0] == "club-60");
    CHECK(lobby.send(model::ShowClubs{{}, 120}).clubs->cards.size() == 10);
    CHECK(lobby.send(model::ShowClubs{{}, 9999}).clubs->cards.size() == 1);
    CHECK(lobby.send(model::ShowClubs{{}, -5}).clubs->first == 0);
    CHECK(lobby.send(model::ShowClubs{{"", true}, 60}).clubs->cards.size() == 5);
}

TEST_CASE("A club that is not shown now is not counted either", "[clubs]") {
    Lobby lobby;
    make_clubs(lobby.town);
    lobby.town.programme.listings[1].listing.shown_until = test::at("2026-11-22T15:00");
    lobby.open();
    CHECK(lobby.send(model::ShowClubs{}).clubs->member_count == 93);
    const auto page = lobby.go_to("2026-11-22T15:00").clubs;
    CHECK(page->club_count == 2);
    CHECK(page->member_count == 61);
    CHECK(page->recruiting_count == 1);
    CHECK(keys(page->cards) == Keys{"choir", "go"});
    CHECK(lobby.send(model::ShowClubs{{"music", false}}).clubs->count == 1);
}

TEST_CASE("The weekly line says the days and the time", "[clubs]") {
    CHECK(line({"2026-11-24T14:00"}) == base::LocalText{"周二 14:00", "Tue 14:00"});
    CHECK(line({"2026-11-23T18:30", "2026-11-25T18:30", "2026-11-27T18:30"}) ==
          base::LocalText{"周一、三、五 18:30", "Mon, Wed, Fri 18:30"});
    std::vector<std::string> daily;
    for (int day = 22; day <= 28; ++day)
        daily.push_back("2026-11-" + std::to_string(day) + "T06:30");
    CHECK(line(daily) == base::LocalText{"每天 06:30", "Daily 06:30"});
    // The usual time of one that begins later on a Sunday.
    CHECK(line({"2026-11-22T07:00", "2026-11-23T06:30", "2026-11-24T06:30"}) ==
          base::LocalText{"周一、二 06:30", "Mon, Tue 06:30"});
    // Nothing this week, but later.
    CHECK(line({"2026-12-08T14:00"}) == base::LocalText{"周二 14:00", "Tue 14:00"});
    CHECK(line({}).empty());
}

TEST_CASE("What a club says of its times stands before what they show", "[clubs]") {
    Lobby lobby;
    club(lobby.town, "dance", 36, true).club->weekly = {"周日 13:30", "Sun 13:30"};
    lobby.town.occasion("2026-11-25T14:00", "2026-11-25T15:30");
    lobby.open();
    CHECK(lobby.send(model::ShowClubs{}).clubs->cards[0].weekly.zh == "周日 13:30");
}

TEST_CASE("A club that is closed but has a list to wait on is full", "[clubs]") {
    Lobby lobby;
    club(lobby.town, "orchestra", 40, false);
    club(lobby.town, "choir", 31, false).join = domain::Join::ask;
    club(lobby.town, "dance", 36, true);
    lobby.open();
    const auto& cards = lobby.send(model::ShowClubs{}).clubs->cards;
    CHECK(cards[0].full);
    CHECK_FALSE(cards[1].full);
    CHECK_FALSE(cards[2].full);
}

TEST_CASE("A club rests until its day, and that day is the last", "[clubs]") {
    Lobby lobby;
    club(lobby.town, "square-dance", 44, false).club->rests_until = base::CivilDate{2026, 11, 24};
    lobby.open();
    lobby.send(model::ShowClubs{});
    CHECK(lobby.view->clubs->cards[0].rests_until == base::CivilDate{2026, 11, 24});
    CHECK(lobby.go_to("2026-11-24T23:59").clubs->cards[0].rests_until.has_value());
    CHECK_FALSE(lobby.go_to("2026-11-25T00:00").clubs->cards[0].rests_until.has_value());
}

TEST_CASE("A club's page has its week, Monday first, also what is over today", "[clubs]") {
    Lobby lobby;
    domain::Listing& listing = club(lobby.town, "tai-chi", 42, true);
    listing.club->founded_year = 2009;
    listing.club->leader = {"陈师傅", "Master Chen"};
    listing.club->place_note = {"雨天改在二楼排练厅", "In rain: the hall"};
    lobby.town.occasion("2026-11-22T07:00", "2026-11-22T08:00");
    lobby.town.occasion("2026-11-24T06:30", "2026-11-24T07:30");
    lobby.town.occasion("2026-11-26T06:30", "2026-11-26T07:30").occasion.state =
        domain::OccasionState::cancelled;
    lobby.town.occasion("2026-11-29T07:00", "2026-11-29T08:00");
    lobby.open();
    const auto& view = lobby.send(model::ShowEvent{{}, lobby.listing("tai-chi")});
    REQUIRE(view.detail->club.has_value());
    const model::ClubFacts& facts = *view.detail->club;
    CHECK(facts.club.founded_year == 2009);
    CHECK(facts.club.leader.zh == "陈师傅");
    CHECK(facts.venue_note.en == "In rain: the hall");
    REQUIRE(facts.week.size() == 7);
    CHECK_FALSE(facts.week[0].start.has_value());
    REQUIRE(facts.week[1].start.has_value());
    CHECK(facts.week[1].start->date == base::CivilDate{2026, 11, 24});
    CHECK(facts.week[1].occasion == lobby.occasion("tai-chi", "2026-11-24T06:30"));
    CHECK(facts.week[3].cancelled);
    CHECK(facts.week[6].today);
    REQUIRE(facts.week[6].start.has_value());
    CHECK(facts.week[6].start->date == base::CivilDate{2026, 11, 22});
    CHECK_FALSE(lobby.send(model::ShowEvent{{}, {999}}).detail->card.occasion ==
                lobby.occasion("tai-chi", "2026-11-22T07:00"));
}
