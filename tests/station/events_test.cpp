// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "station/lobby.h"

using namespace wenlan;
using base::CivilDate;
using test::keys;
using test::Keys;
using test::Lobby;

namespace {

constexpr CivilDate sunday{2026, 11, 22};

void make_week(test::Town& town) {
    town.event("tai-chi", "2026-11-22T07:00", "2026-11-22T08:00");
    town.event("ink", "2026-11-22T14:00", "2026-11-22T16:00", 16, 13);
    town.listing("talk", "talk", domain::Section::reading);
    town.occasion("2026-11-22T15:00", "2026-11-22T16:30", 120, 120);
    town.listing("opera", "opera", domain::Section::events);
    town.occasion("2026-11-22T19:00", "2026-11-22T21:10", 320, 283);
    town.event("choir", "2026-11-24T14:00", "2026-11-24T16:00");
    town.listing("lecture", "talk", domain::Section::reading);
    town.occasion("2026-11-29T15:00", "2026-11-29T16:30", 120, 12);
    town.event("far", "2026-12-30T15:00", "2026-12-30T16:30");
}

Lobby& filled(Lobby& lobby) {
    make_week(lobby.town);
    lobby.open();
    return lobby;
}

}  // namespace

TEST_CASE("The page begins with today: what is over apart, then the day, then the days after",
          "[events]") {
    Lobby lobby;
    const auto& page = *filled(lobby).view->events;
    CHECK(page.day == sunday);
    CHECK(keys(page.ended) == Keys{"tai-chi"});
    CHECK(keys(page.cards) == Keys{"ink", "talk", "opera", "choir", "lecture", "far"});
    CHECK(page.day_count == 3);
    CHECK(page.today_count == 3);
    CHECK(page.week_count == 4);
    CHECK(page.next_day_with_events == CivilDate{2026, 11, 24});
}

TEST_CASE("The strip is four weeks with a dot for each section of a day", "[events]") {
    Lobby lobby;
    const auto& strip = filled(lobby).view->events->strip;
    REQUIRE(strip.size() == 28);
    CHECK(strip.front().date == sunday);
    CHECK(strip.back().date == CivilDate{2026, 12, 19});
    CHECK(strip[0].count == 4);
    CHECK(strip[0].dots ==
          std::vector{domain::Section::clubs, domain::Section::reading, domain::Section::events});
    CHECK(strip[0].solar_term == base::SolarTerm::minor_snow);
    CHECK(strip[0].lunar.day == 14);
    CHECK(strip[1].count == 0);
    CHECK(strip[1].dots.empty());
}

TEST_CASE("Another day of the strip is shown when asked for", "[events]") {
    Lobby lobby;
    filled(lobby);
    const auto& page = *lobby.send(model::ShowDay{{2026, 11, 24}, {}}).events;
    CHECK(lobby.view->outcome == model::Outcome::done);
    CHECK(page.day == CivilDate{2026, 11, 24});
    CHECK(page.day_count == 1);
    CHECK(keys(page.cards) == Keys{"choir", "lecture", "far"});
    CHECK(page.cards[0].days_ahead == 2);
    CHECK(page.ended.empty());

    const auto& empty = *lobby.send(model::ShowDay{{2026, 11, 23}, {}}).events;
    CHECK(empty.day_count == 0);
    CHECK(empty.next_day_with_events == CivilDate{2026, 11, 24});
}

TEST_CASE("A day outside the strip cannot be shown", "[events]") {
    Lobby lobby;
    filled(lobby);
    const auto day = GENERATE(CivilDate{2026, 11, 21}, CivilDate{2026, 12, 20},
                              CivilDate{1970, 1, 1}, CivilDate{9999, 1, 1});
    const auto& view = lobby.send(model::ShowDay{day, {}});
    CHECK(view.outcome == model::Outcome::not_found);
    CHECK(view.events->day == sunday);
}

TEST_CASE("One kind at a time, and those with room, can be combined", "[events]") {
    Lobby lobby;
    filled(lobby);
    const auto talks = [&lobby](bool free_only) -> const model::EventsPage& {
        return *lobby.send(model::ShowDay{sunday, {"talk", free_only}}).events;
    };
    CHECK(keys(talks(false).cards) == Keys{"talk", "lecture"});
    CHECK(talks(false).filter.tag_key == "talk");
    CHECK(keys(talks(true).cards) == Keys{"lecture"});
    CHECK(talks(true).day_count == 0);
    CHECK(talks(true).next_day_with_events == CivilDate{2026, 11, 29});
    // Where nothing is counted there is room.
    const auto& free = *lobby.send(model::ShowDay{sunday, {"", true}}).events;
    CHECK(keys(free.cards) == Keys{"ink", "opera", "choir", "lecture", "far"});
    CHECK(keys(free.ended) == Keys{"tai-chi"});
    // Counts are of the whole day.
    CHECK(free.today_count == 3);
}

TEST_CASE("A kind that does not exist filters nothing", "[events]") {
    Lobby lobby;
    filled(lobby);
    const auto& page = *lobby.send(model::ShowDay{sunday, {"dragons", false}}).events;
    CHECK(page.filter.tag_key.empty());
    CHECK(page.day_count == 3);
}

TEST_CASE("The chips are the kinds in use within four weeks", "[events]") {
    Lobby lobby;
    const auto& chips = filled(lobby).view->events->chips;
    REQUIRE(chips.size() == 3);
    CHECK(chips[0].key == "opera");
    CHECK(chips[1].key == "club");
    CHECK(chips[2].key == "talk");
}

TEST_CASE("At midnight the page moves on, unless the visitor looks at another day", "[events]") {
    Lobby lobby("2026-11-22T23:59");
    filled(lobby);
    SECTION("today stays today") {
        const auto& page = *lobby.go_to("2026-11-23T00:00").events;
        CHECK(page.day == CivilDate{2026, 11, 23});
        CHECK(page.strip.front().date == CivilDate{2026, 11, 23});
    }
    SECTION("a day ahead stays that day") {
        lobby.send(model::ShowDay{{2026, 11, 24}, {}});
        const auto& page = *lobby.go_to("2026-11-23T00:00").events;
        CHECK(page.day == CivilDate{2026, 11, 24});
        CHECK(page.cards[0].days_ahead == 1);
    }
    SECTION("a chosen day that has passed becomes today") {
        lobby.send(model::ShowDay{sunday, {"talk", false}});
        const auto& page = *lobby.go_to("2026-11-23T00:00").events;
        CHECK(page.day == CivilDate{2026, 11, 23});
        CHECK(page.filter.tag_key == "talk");
    }
}

TEST_CASE("The leap day has its place in the strip", "[events]") {
    Lobby lobby("2028-02-28T12:00");
    lobby.town.event("leap", "2028-02-29T14:00", "2028-02-29T16:00");
    const auto& page = *lobby.open().events;
    CHECK(page.strip[1].date == CivilDate{2028, 2, 29});
    CHECK(page.strip[1].count == 1);
    CHECK(page.strip[2].date == CivilDate{2028, 3, 1});
    CHECK(lobby.send(model::ShowDay{{2028, 2, 29}, {}}).events->day_count == 1);
}

TEST_CASE("An event over midnight belongs to both days, and is listed once", "[events]") {
    Lobby lobby("2026-12-31T12:00");
    lobby.town.event("countdown", "2026-12-31T22:00", "2027-01-01T00:30");
    const auto& page = *lobby.open().events;
    CHECK(keys(page.cards) == Keys{"countdown"});
    CHECK(page.strip[0].count == 1);
    CHECK(page.strip[1].count == 1);
    const auto& after = *lobby.go_to("2027-01-01T00:10").events;
    CHECK(keys(after.cards) == Keys{"countdown"});
    CHECK(after.cards[0].moment == model::Moment::on_now);
    CHECK(after.cards[0].days_ahead == -1);
}

TEST_CASE("A busy day is shown whole", "[events]") {
    Lobby lobby;
    for (int i = 0; i < 120; ++i) {
        lobby.town.event("event-" + std::to_string(i), "2026-11-22T15:00", "2026-11-22T16:00");
    }
    CHECK(lobby.open().events->day_count == 120);
}
