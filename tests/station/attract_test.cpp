// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "station/lobby.h"

using namespace wenlan;
using test::keys;
using test::Keys;
using test::Lobby;

namespace {

void make_sunday(test::Town& town) {
    town.event("market", "2026-11-22T09:30", "2026-11-22T13:30");
    town.event("ink", "2026-11-22T14:00", "2026-11-22T16:00", 16, 13);
    town.event("story", "2026-11-22T14:30", "2026-11-22T15:30", 24, 18);
    town.event("talk", "2026-11-22T15:00", "2026-11-22T16:30", 120, 78);
    town.listing("opera", "opera", domain::Section::events).feature = domain::Feature::both;
    town.occasion("2026-11-22T19:00", "2026-11-22T21:10", 320, 283);
    town.event("tai-chi", "2026-11-23T06:30", "2026-11-23T07:30");
    town.event("choir", "2026-11-24T14:00", "2026-11-24T16:00");
}

}  // namespace

TEST_CASE("The slips are one on now, the next, tonight's main one, then the rest", "[attract]") {
    Lobby lobby("2026-11-22T14:20");
    make_sunday(lobby.town);
    const auto& attract = *lobby.open().attract;
    CHECK(keys(attract.slips) == Keys{"ink", "story", "opera", "talk"});
    CHECK_FALSE(attract.closed_for_today);
    CHECK_FALSE(attract.night);
}

TEST_CASE("With nothing on now the next two come before the main one", "[attract]") {
    Lobby lobby("2026-11-22T13:40");
    make_sunday(lobby.town);
    CHECK(keys(lobby.open().attract->slips) == Keys{"ink", "story", "opera", "talk"});
}

TEST_CASE("When the main one is next it comes second", "[attract]") {
    Lobby lobby("2026-11-22T14:20");
    lobby.town.event("ink", "2026-11-22T14:00", "2026-11-22T16:00", 16, 13);
    lobby.town.listing("opera", "opera").feature = domain::Feature::attract;
    lobby.town.occasion("2026-11-22T15:00", "2026-11-22T17:00", 320, 283);
    lobby.town.event("film", "2026-11-22T19:00", "2026-11-22T21:00");
    CHECK(keys(lobby.open().attract->slips) == Keys{"ink", "opera", "film"});
}

TEST_CASE("A full event is on the slips when nothing else is on", "[attract]") {
    Lobby lobby("2026-11-22T14:20");
    lobby.town.event("full", "2026-11-22T14:00", "2026-11-22T16:00", 16, 16);
    CHECK(keys(lobby.open().attract->slips) == Keys{"full"});
}

TEST_CASE("What is cancelled is not on the slips", "[attract]") {
    Lobby lobby("2026-11-22T13:40");
    make_sunday(lobby.town);
    for (auto& entry : lobby.town.programme.occasions) {
        if (entry.occasion.start == test::at("2026-11-22T14:00")) {
            entry.occasion.state = domain::OccasionState::cancelled;
        }
    }
    CHECK(keys(lobby.open().attract->slips) == Keys{"story", "talk", "opera"});
    CHECK(keys(lobby.go_to("2026-11-22T14:20").attract->slips) == Keys{"story", "talk", "opera"});
}

TEST_CASE("The house is not closed while its last event is on", "[attract]") {
    Lobby lobby("2026-11-22T21:05");
    make_sunday(lobby.town);
    CHECK_FALSE(lobby.open().attract->closed_for_today);
    CHECK(keys(lobby.view->attract->slips) == Keys{"opera"});
    const auto& after = *lobby.go_to("2026-11-22T21:10").attract;
    CHECK(after.closed_for_today);
    CHECK(after.opens_minute == 540);
    CHECK(after.opens_days_ahead == 1);
    CHECK(keys(after.slips) == Keys{"tai-chi"});
}

TEST_CASE("On a day of rest the slips show the next open day", "[attract]") {
    Lobby lobby("2026-11-22T21:30");
    make_sunday(lobby.town);
    SECTION("closure day") { lobby.town.programme.centre.closure_days = {{2026, 11, 23}}; }
    SECTION("weekday of rest") { lobby.town.programme.centre.hours[0] = {0, 0}; }
    const auto& attract = *lobby.open().attract;
    CHECK(attract.closed_for_today);
    CHECK(attract.opens_days_ahead == 2);
    CHECK(keys(attract.slips) == Keys{"choir"});
    // On the day itself, once its early event at the bridge is over.
    CHECK_FALSE(lobby.go_to("2026-11-23T07:00").attract->closed_for_today);
    const auto& rest = *lobby.go_to("2026-11-23T12:00").attract;
    CHECK(rest.closed_for_today);
    CHECK(rest.opens_days_ahead == 1);
    CHECK(keys(rest.slips) == Keys{"choir"});
}

TEST_CASE("Before opening the slips show the day to come", "[attract]") {
    Lobby lobby("2026-11-22T07:00");
    make_sunday(lobby.town);
    const auto& attract = *lobby.open().attract;
    CHECK_FALSE(attract.closed_for_today);
    CHECK(attract.opens_days_ahead == 0);
    CHECK(keys(attract.slips).front() == "market");
}

TEST_CASE("With nothing left before closing time the slips are tomorrow's", "[attract]") {
    Lobby lobby("2026-11-23T12:00");
    make_sunday(lobby.town);
    const auto& attract = *lobby.open().attract;
    CHECK_FALSE(attract.closed_for_today);
    CHECK(keys(attract.slips) == Keys{"choir"});
    CHECK(attract.slips[0].days_ahead == 1);
}

TEST_CASE("An exhibition of weeks does not keep the house from closing", "[attract]") {
    Lobby lobby("2026-11-22T22:00");
    lobby.town.event("exhibition", "2026-11-01T09:00", "2026-12-01T17:00");
    CHECK(lobby.open().attract->closed_for_today);
}

TEST_CASE("The screen is dimmed from eleven at night to six", "[attract]") {
    Lobby lobby("2026-11-22T22:59");
    make_sunday(lobby.town);
    CHECK_FALSE(lobby.open().attract->night);
    CHECK(lobby.go_to("2026-11-22T23:00").attract->night);
    CHECK(lobby.go_to("2026-11-23T05:59").attract->night);
    CHECK_FALSE(lobby.go_to("2026-11-23T06:00").attract->night);
}

TEST_CASE("An empty fortnight shows no slips", "[attract]") {
    Lobby lobby("2026-12-22T14:20");
    make_sunday(lobby.town);
    CHECK(lobby.open().attract->slips.empty());
}
