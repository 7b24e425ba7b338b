// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "station/lobby.h"
#include "store/checksum.h"

using namespace wenlan;
using std::chrono::minutes;
using std::chrono::seconds;
using test::keys;
using test::Keys;
using test::Lobby;

namespace {

Lobby& filled(Lobby& lobby) {
    lobby.town.event("ink", "2026-11-22T15:00", "2026-11-22T16:00", 16, 13);
    lobby.town.event("dance", "2026-11-22T16:00", "2026-11-22T17:00", 30, 22);
    lobby.open();
    return lobby;
}

void damage(const Lobby& lobby, const char* name) {
    test::write_bytes(lobby.folder.snapshot(name), "damaged");
}

}  // namespace

TEST_CASE("A new programme is on the screen within a second", "[switch]") {
    Lobby lobby;
    filled(lobby);
    const auto before = lobby.view;
    lobby.town.event("talk", "2026-11-22T18:00", "2026-11-22T19:00");
    lobby.publish();
    lobby.pass(seconds{1});
    CHECK(lobby.view->serial == before->serial + 1);
    CHECK(keys(lobby.view->home->today) == Keys{"ink", "dance", "talk"});
    // Who still draws the old pages can go on doing so.
    CHECK(keys(before->home->today) == Keys{"ink", "dance"});
}

TEST_CASE("The visitor keeps the page, day, filter, section and month over a switch", "[switch]") {
    Lobby lobby;
    filled(lobby);
    lobby.send(model::SetLanguage{base::Language::en});
    lobby.send(model::ShowDay{{2026, 11, 24}, {"club", true}});
    lobby.send(model::ShowEvent{lobby.occasion("dance", "2026-11-22T16:00"), {}});
    lobby.send(model::ShowVolunteering{});
    lobby.send(model::ShowMonth{2026, 12, {2026, 12, 6}});
    lobby.town.programme.listings[1].listing.organiser = {"舞蹈队", "dance club"};
    lobby.publish();
    const auto& view = lobby.pass(seconds{1});
    REQUIRE(view.detail != nullptr);
    CHECK(view.detail->card.title.en == "The dance");
    CHECK(view.detail->organiser.zh == "舞蹈队");
    CHECK(view.events->day == base::CivilDate{2026, 11, 24});
    CHECK(view.events->filter == model::EventFilter{"club", true});
    CHECK(view.settings.language == base::Language::en);
    CHECK(view.volunteering != nullptr);
    REQUIRE(view.calendar != nullptr);
    CHECK(view.calendar->chosen == base::CivilDate{2026, 12, 6});
    CHECK(view.outcome == model::Outcome::done);
    CHECK(view.visit == 0);
}

TEST_CASE("The open page is found again under other ids", "[switch]") {
    Lobby lobby;
    filled(lobby);
    lobby.send(model::ShowEvent{lobby.occasion("dance", "2026-11-22T16:00"), {}});
    const auto id_before = lobby.view->detail->card.occasion;

    // A hub that was set up anew: the same programme, the same version onwards, other ids.
    Lobby other;
    for (int i = 0; i < 5; ++i)
        other.town.event("x" + std::to_string(i), "2026-11-22T09:00", "2026-11-22T10:00");
    filled(other);
    for (const auto* ending : {".db", ".sum", ".avail"}) {
        std::filesystem::copy(other.folder.snapshots() / (std::string("1") + ending),
                              lobby.folder.snapshots() / (std::string("2") + ending));
    }
    test::write_bytes(lobby.folder.current(), "2.db\n");
    const auto& view = lobby.pass(seconds{1});
    REQUIRE(view.detail != nullptr);
    CHECK(view.detail->card.title.en == "The dance");
    CHECK(view.detail->card.occasion != id_before);
}

TEST_CASE("An event that is moved within its day stays open at its new time", "[switch]") {
    Lobby lobby;
    filled(lobby);
    lobby.send(model::ShowEvent{lobby.occasion("dance", "2026-11-22T16:00"), {}});
    auto& occasion = lobby.town.programme.occasions[1].occasion;
    occasion.start += minutes{30};
    occasion.end += minutes{30};
    lobby.publish();
    const auto& view = lobby.pass(seconds{1});
    REQUIRE(view.detail != nullptr);
    CHECK(view.detail->card.start.minute == 30);
    CHECK(view.outcome == model::Outcome::done);
}

TEST_CASE("An event that is gone closes, and the view says so", "[switch]") {
    Lobby lobby;
    filled(lobby);
    lobby.send(model::ShowEvent{lobby.occasion("dance", "2026-11-22T16:00"), {}});
    lobby.town.programme.listings.pop_back();
    lobby.town.programme.occasions.pop_back();
    lobby.publish();
    const auto& view = lobby.pass(seconds{1});
    CHECK(view.detail == nullptr);
    CHECK(view.outcome == model::Outcome::not_found);
    CHECK(lobby.pass(minutes{1}).detail == nullptr);
    CHECK(lobby.send(model::SetLargeText{true}).outcome == model::Outcome::done);
}

TEST_CASE("A kind that is gone from the programme no longer filters", "[switch]") {
    Lobby lobby;
    filled(lobby);
    lobby.send(model::ShowDay{{2026, 11, 22}, {"club", false}});
    Lobby other;
    other.town.programme.tags.erase(other.town.programme.tags.begin() + 1);
    other.town.listing("opera", "opera");
    other.town.occasion("2026-11-22T19:00", "2026-11-22T21:00");
    other.open();
    std::filesystem::copy(other.folder.snapshot("1"), lobby.folder.snapshot("2"));
    test::write_bytes(lobby.folder.current(), "2.db\n");
    const auto& page = *lobby.pass(seconds{1}).events;
    CHECK(page.filter.tag_key.empty());
    CHECK(keys(page.cards) == Keys{"opera"});
}

TEST_CASE("A damaged new programme leaves the old one on the screen, with a word", "[switch]") {
    Lobby lobby;
    filled(lobby);
    lobby.send(model::ShowEvent{lobby.occasion("dance", "2026-11-22T16:00"), {}});
    lobby.town.event("talk", "2026-11-22T18:00", "2026-11-22T19:00");
    lobby.publish();
    damage(lobby, "2");
    const auto& view = lobby.pass(seconds{1});
    CHECK(keys(view.home->today) == Keys{"ink", "dance"});
    CHECK(view.header->snapshot == model::SnapshotState::previous);
    CHECK(view.detail != nullptr);
    lobby.town.event("film", "2026-11-22T19:00", "2026-11-22T20:00");
    lobby.publish();
    CHECK(lobby.pass(seconds{1}).header->snapshot == model::SnapshotState::current);
    CHECK(lobby.view->home->today_count == 4);
}

TEST_CASE("With every version damaged at start the factory's programme is shown", "[switch]") {
    Lobby lobby;
    lobby.town.event("ink", "2026-11-22T15:00", "2026-11-22T16:00");
    lobby.publish();
    for (const auto* ending : {".db", ".sum", ".avail"}) {
        std::filesystem::copy(lobby.folder.snapshots() / (std::string("1") + ending),
                              lobby.folder.snapshots() / (std::string("factory") + ending));
    }
    damage(lobby, "1");
    CHECK(lobby.start().header->snapshot == model::SnapshotState::factory);
    CHECK(keys(lobby.view->home->today) == Keys{"ink"});
}

TEST_CASE("With nothing whole and no files the screen has its clock and empty pages", "[switch]") {
    Lobby lobby;
    lobby.town.event("ink", "2026-11-22T15:00", "2026-11-22T16:00");
    lobby.publish();
    const std::string whole = test::bytes_of(lobby.folder.snapshot("1"));
    damage(lobby, "1");
    const auto& view = lobby.start();
    REQUIRE(view.header != nullptr);
    REQUIRE(view.attract != nullptr);
    REQUIRE(view.home != nullptr);
    REQUIRE(view.events != nullptr);
    CHECK(view.header->now.minute == 20);
    CHECK(view.header->lunar.month == 10);
    CHECK(view.events->day == base::CivilDate{2026, 11, 22});
    CHECK(lobby.send(model::ShowEvent{{1}, {}}).outcome == model::Outcome::not_found);
    CHECK(lobby.send(model::ShowDay{{2026, 11, 23}, {}}).intent_done == 2);
    CHECK(lobby.send(model::ShowClubs{}).clubs == nullptr);
    CHECK(lobby.view->outcome == model::Outcome::not_found);
    CHECK(lobby.pass(minutes{1}).header->now.minute == 21);
    // It comes back by itself.
    test::write_bytes(lobby.folder.snapshot("1"), whole);
    CHECK(keys(lobby.pass(minutes{2}).home->today) == Keys{"ink"});
    CHECK(lobby.send(model::ShowClubs{}).clubs != nullptr);
}

TEST_CASE("The pointer is looked at no more than once a second", "[switch]") {
    Lobby lobby("2026-11-22T14:20:10");
    filled(lobby);
    lobby.town.event("talk", "2026-11-22T18:00", "2026-11-22T19:00");
    lobby.publish();
    CHECK(lobby.pass(std::chrono::milliseconds{900}).home->today_count == 2);
    CHECK(lobby.pass(std::chrono::milliseconds{100}).home->today_count == 3);
}
