// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/station_thread.h"

#include <atomic>
#include <chrono>

#include "catch.h"
#include "station/lobby.h"

using namespace wenlan;
using test::Lobby;

TEST_CASE("Intents sent from the frame's thread are answered in order", "[station-thread]") {
    Lobby lobby;
    lobby.town.event("ink", "2026-11-22T14:00", "2026-11-22T16:00", 16, 13);
    lobby.open();
    std::atomic<int> woken = 0;
    station::StationThread thread([&] { return std::move(lobby.station); }, [&woken] { ++woken; });
    for (std::uint64_t number = 1; number <= 50; ++number) {
        thread.send({number, model::SetLargeText{number % 2 == 0}});
    }
    thread.settle();
    CHECK(thread.view()->intent_done == 50);
    CHECK(thread.view()->settings.large_text);
    CHECK(woken >= 50);
}

TEST_CASE("After settling, the view shows the clock as it is", "[station-thread]") {
    Lobby lobby;
    lobby.town.event("ink", "2026-11-22T14:00", "2026-11-22T16:00", 16, 13);
    lobby.open();
    station::StationThread thread([&] { return std::move(lobby.station); }, nullptr);
    thread.settle();
    CHECK(thread.view()->header->now.minute == 20);
    lobby.clock.advance(std::chrono::minutes{7});
    thread.settle();
    CHECK(thread.view()->header->now.minute == 27);
}

TEST_CASE("A view that is held stays what it was while others are published", "[station-thread]") {
    Lobby lobby;
    lobby.town.event("ink", "2026-11-22T14:00", "2026-11-22T16:00", 16, 13);
    lobby.open();
    station::StationThread thread([&] { return std::move(lobby.station); }, nullptr);
    const auto held = thread.view();
    const auto title = held->home->walk_in.at(0).title;
    for (std::uint64_t number = 1; number <= 20; ++number) {
        thread.send({number, model::EndVisit{}});
        CHECK(held->home->walk_in.at(0).title == title);
    }
    thread.settle();
    CHECK(held->visit == 0);
    CHECK(thread.view()->visit == 20);
}

TEST_CASE("Stopping does not wait for what is queued", "[station-thread]") {
    Lobby lobby;
    lobby.town.event("ink", "2026-11-22T14:00", "2026-11-22T16:00", 16, 13);
    lobby.open();
    for (int round = 0; round < 3; ++round) {
        auto station = std::make_unique<station::Station>(lobby.clock, lobby.disk,
                                                          lobby.folder.root, lobby.no_files);
        station::StationThread thread([&] { return std::move(station); }, nullptr);
        for (std::uint64_t number = 1; number <= 10; ++number) {
            thread.send({number, model::ShowClubs{}});
        }
    }
    SUCCEED("the threads have ended");
}
