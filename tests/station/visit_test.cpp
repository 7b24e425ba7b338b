// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "station/lobby.h"

using namespace wenlan;
using test::keys;
using test::Keys;
using test::Lobby;

namespace {

Lobby& filled(Lobby& lobby) {
    lobby.town.event("ink", "2026-11-22T14:00", "2026-11-22T16:00", 16, 13);
    lobby.town.event("choir", "2026-11-24T14:00", "2026-11-24T16:00");
    lobby.town.event("past", "2026-11-15T14:00", "2026-11-15T16:00");
    lobby.town.listing("club-without-dates");
    lobby.town.listing("opera", "opera", domain::Section::events);
    lobby.town.occasion("2026-11-22T19:00", "2026-11-22T21:10", 320, 283);
    lobby.open();
    return lobby;
}

}  // namespace

TEST_CASE("The header says where, when and how old the programme is", "[header]") {
    Lobby lobby("2026-11-22T14:20");
    const auto& header = *filled(lobby).view->header;
    CHECK(header.centre.zh == "楚洲文化城");
    CHECK(header.now == base::CivilTime{{2026, 11, 22}, 14, 20, 0});
    CHECK(header.lunar == base::LunarDate{10, false, 14});
    CHECK(header.solar_term == base::SolarTerm::minor_snow);
    CHECK_FALSE(header.festival.has_value());
    CHECK(header.updated_minutes_ago == 0);
    CHECK(header.snapshot == model::SnapshotState::current);
    CHECK(header.sync == model::SyncState::ok);

    CHECK(lobby.pass(std::chrono::minutes{5}).header->updated_minutes_ago == 5);
    CHECK(lobby.go_to("2027-01-01T00:00").header->festival == base::Festival::new_year);
    // A clock that was put back does not make the programme come from the future.
    CHECK(lobby.go_to("2026-11-20T14:20").header->updated_minutes_ago == 0);
}

TEST_CASE("A view is published once a minute, and at once for an intent", "[visit]") {
    Lobby lobby("2026-11-22T14:20:30");
    filled(lobby);
    const auto first = lobby.view->serial;
    CHECK(lobby.pass(std::chrono::seconds{10}).serial == first);
    CHECK(lobby.pass(std::chrono::seconds{19}).serial == first);
    CHECK(lobby.pass(std::chrono::seconds{1}).serial == first + 1);
    CHECK(lobby.send(model::SetLargeText{true}).serial == first + 2);
}

TEST_CASE("An answered view keeps the pages that did not change", "[visit]") {
    Lobby lobby;
    filled(lobby);
    const auto before = lobby.view;
    lobby.send(model::SetLanguage{base::Language::en});
    CHECK(lobby.view->home == before->home);
    CHECK(lobby.view->events == before->events);
    CHECK(before->settings.language == base::Language::zh);
    CHECK(lobby.view->settings.language == base::Language::en);
}

TEST_CASE("Every intent is answered by its number", "[visit]") {
    Lobby lobby;
    filled(lobby);
    CHECK(lobby.view->intent_done == 0);
    for (const model::Intent& intent :
         {model::Intent{model::SetHighContrast{true}}, model::Intent{model::SetLargeText{true}},
          model::Intent{model::ShowClubs{}}, model::Intent{model::ShowReading{}},
          model::Intent{model::ShowEvent{{}, {}}},
          model::Intent{model::ShowDay{{2026, 11, 22}, {}}}, model::Intent{model::EndVisit{}}}) {
        lobby.send(intent);
        CHECK(lobby.view->intent_done == lobby.sent);
    }
}

TEST_CASE("When the visitor leaves, all that was chosen is forgotten", "[visit]") {
    Lobby lobby;
    filled(lobby);
    lobby.send(model::SetLanguage{base::Language::en});
    lobby.send(model::SetLargeText{true});
    lobby.send(model::SetHighContrast{true});
    lobby.send(model::ShowDay{{2026, 11, 24}, {"club", true}});
    lobby.send(model::ShowEvent{lobby.occasion("ink", "2026-11-22T14:00"), {}});
    lobby.send(model::ShowClubs{});
    lobby.send(model::ShowReading{});
    lobby.send(model::ShowVolunteering{});
    lobby.send(model::ShowNeighbourhood{});
    lobby.send(model::ShowMonth{2026, 11, {2026, 11, 28}});
    lobby.send(model::ShowList{model::ListName::notices});
    lobby.send(model::ShowCentre{});
    REQUIRE(lobby.view->detail != nullptr);
    REQUIRE((lobby.view->clubs && lobby.view->reading && lobby.view->volunteering));
    REQUIRE((lobby.view->neighbourhood && lobby.view->calendar));
    REQUIRE((lobby.view->list && lobby.view->centre));
    CHECK(lobby.view->visit == 0);

    const auto& view = lobby.send(model::EndVisit{});
    CHECK(view.visit == 1);
    CHECK(view.settings == model::VisitSettings{});
    CHECK(view.events->day == base::CivilDate{2026, 11, 22});
    CHECK(view.events->filter == model::EventFilter{});
    CHECK(view.detail == nullptr);
    CHECK_FALSE((view.clubs || view.reading || view.volunteering || view.neighbourhood));
    CHECK_FALSE((view.calendar || view.list || view.centre));
    CHECK(lobby.send(model::EndVisit{}).visit == 2);
}

TEST_CASE("A lobby may begin every visit with settings of its own", "[visit]") {
    Lobby lobby;
    filled(lobby);
    const model::VisitSettings settings{base::Language::en, true, false};
    station::Station station(lobby.clock, lobby.disk, lobby.folder.root, lobby.no_files, settings);
    CHECK(station.view()->settings == settings);
    station.handle({1, model::SetLargeText{false}});
    CHECK_FALSE(station.view()->settings.large_text);
    station.handle({2, model::EndVisit{}});
    CHECK(station.view()->settings == settings);
}

TEST_CASE("Titles for tiles and rows fall back to the title", "[visit]") {
    Lobby lobby;
    lobby.town.listing("plain");
    lobby.town.occasion("2026-11-22T15:00", "2026-11-22T16:00");
    auto& named = lobby.town.listing("named");
    named.short_title = {"短", "short"};
    named.full_title = {"长长的", "long"};
    lobby.town.occasion("2026-11-22T16:00", "2026-11-22T17:00");
    const auto& cards = lobby.open().events->cards;
    CHECK(cards[0].short_title == cards[0].title);
    CHECK(cards[0].full_title == cards[0].title);
    CHECK(cards[1].short_title.zh == "短");
    CHECK(cards[1].full_title.en == "long");
}
