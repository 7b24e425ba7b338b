// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/stack.h"

#include "catch.h"

using namespace wenlan;
using domain::Section;
using ui::Place;
using ui::ScreenName;
using ui::ScreenStack;

namespace {

const Place home{ScreenName::home};
const Place events{ScreenName::events, Section::events};
const Place clubs{ScreenName::clubs, Section::clubs};
const Place mine{ScreenName::mine, Section::mine};

Place event(std::int64_t occasion) {
    return {ScreenName::detail, Section::events, {occasion}, {occasion + 100}};
}

}  // namespace

TEST_CASE("A visit begins at the painting") {
    ScreenStack stack;
    CHECK(stack.here() == Place{});
    CHECK(stack.here().screen == ScreenName::attract);
    CHECK_FALSE(stack.can_go_back());
    stack.back();
    CHECK(stack.here().screen == ScreenName::attract);
}

TEST_CASE("Home and the sections start anew: the way back from them is home") {
    ScreenStack stack;
    stack.go(home);
    stack.go(events);
    stack.go(clubs);
    CHECK(stack.here() == clubs);
    CHECK_FALSE(stack.can_go_back());
    stack.back();
    CHECK(stack.here() == home);
    stack.back();
    CHECK(stack.here() == home);
}

TEST_CASE("Back from an event leads to where the visitor came from") {
    ScreenStack stack;
    stack.go(events);
    stack.go(event(1));
    stack.go(event(2));
    CHECK(stack.here().occasion == domain::OccasionId{2});
    stack.back();
    CHECK(stack.here().occasion == domain::OccasionId{1});
    stack.back();
    CHECK(stack.here() == events);
}

TEST_CASE("Back from an event that was touched on the painting leads home") {
    ScreenStack stack;
    stack.go(event(1));
    CHECK(stack.here().screen == ScreenName::detail);
    stack.back();
    CHECK(stack.here() == home);
}

TEST_CASE("The dock keeps marking the section that an event was opened from") {
    ScreenStack stack;
    stack.go(clubs);
    stack.go(event(1));
    CHECK(stack.here().section == Section::clubs);
    stack.go(event(2));
    CHECK(stack.here().section == Section::clubs);
    stack.go(home);
    stack.go(event(1));
    CHECK(stack.here().section == Section::events);
}

TEST_CASE("The event that is open already is not opened again") {
    ScreenStack stack;
    stack.go(events);
    stack.go(event(1));
    stack.go(event(1));
    stack.back();
    CHECK(stack.here() == events);
}

TEST_CASE("Pressing the section of an open event closes the event") {
    ScreenStack stack;
    stack.go(events);
    stack.go(event(1));
    stack.go(events);
    CHECK(stack.here() == events);
    CHECK_FALSE(stack.can_go_back());
}

TEST_CASE("However many events one follows, the way back stays short and ends where it began") {
    ScreenStack stack;
    stack.go(events);
    for (int i = 1; i <= 100; ++i) stack.go(event(i));
    int steps = 0;
    while (stack.can_go_back() && steps < 1000) {
        CHECK(stack.here().occasion == domain::OccasionId{100 - steps});
        stack.back();
        ++steps;
    }
    CHECK(steps == 15);
    CHECK(stack.here() == events);
}

TEST_CASE("Leaving forgets the way") {
    ScreenStack stack;
    stack.go(events);
    stack.go(event(1));
    stack.leave();
    CHECK(stack.here() == Place{});
    CHECK_FALSE(stack.can_go_back());
}

TEST_CASE("Pages come from the side of the dock on which their section lies") {
    CHECK(ScreenStack::direction(events, clubs) == 1);
    CHECK(ScreenStack::direction(clubs, events) == -1);
    CHECK(ScreenStack::direction(clubs, home) == 1);
    CHECK(ScreenStack::direction(home, mine) == 1);
    CHECK(ScreenStack::direction(home, events) == -1);
    CHECK(ScreenStack::direction(home, home) == 0);
    // Events open in place, and the painting has no side.
    CHECK(ScreenStack::direction(events, event(1)) == 0);
    CHECK(ScreenStack::direction(event(1), clubs) == 0);
    CHECK(ScreenStack::direction(Place{}, home) == 0);
    CHECK(ScreenStack::direction(mine, Place{}) == 0);
}

TEST_CASE("The station is asked for what a place shows") {
    const base::CivilDate today{2026, 11, 22};
    const auto day = ui::intent_for(events, today);
    REQUIRE(day);
    const auto& show_day = std::get<model::ShowDay>(*day);
    CHECK(show_day.day == today);
    CHECK(show_day.filter == model::EventFilter{});
    const auto one = ui::intent_for(event(7), today);
    REQUIRE(one);
    CHECK(std::get<model::ShowEvent>(*one).occasion == domain::OccasionId{7});
    CHECK(std::get<model::ShowEvent>(*one).listing == domain::ListingId{107});
    const auto all_clubs = ui::intent_for(clubs, today);
    REQUIRE(all_clubs);
    CHECK(std::get<model::ShowClubs>(*all_clubs).filter == model::ClubFilter{});
    CHECK(std::get<model::ShowClubs>(*all_clubs).first == 0);
    const auto asks = [&](const Place& place) { return ui::intent_for(place, today).value(); };
    CHECK(std::holds_alternative<model::ShowReading>(asks({ScreenName::reading})));
    CHECK(std::holds_alternative<model::ShowVolunteering>(asks({ScreenName::volunteering})));
    CHECK(std::holds_alternative<model::ShowNeighbourhood>(asks({ScreenName::neighbourhood})));
    Place list{ScreenName::list, Section::reading};
    list.list = model::ListName::notices;
    CHECK(std::get<model::ShowList>(asks(list)).name == model::ListName::notices);
    CHECK(std::get<model::ShowList>(asks(list)).first == 0);
    Place room{ScreenName::centre};
    room.room = {7};
    CHECK(std::get<model::ShowCentre>(asks(room)).room == domain::VenueId{7});
    const auto month = std::get<model::ShowMonth>(asks({ScreenName::calendar}));
    CHECK(month.year == 2026);
    CHECK(month.month == 11);
    CHECK(month.chosen == today);
    CHECK_FALSE(ui::intent_for(home, today));
    CHECK_FALSE(ui::intent_for(mine, today));
    CHECK_FALSE(ui::intent_for(Place{}, today));
}
