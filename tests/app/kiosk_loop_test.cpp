// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk_loop.h"

#include "app/fake_surface.h"
#include "catch.h"

using namespace wenlan;

namespace {

// Runs the loop until the clock stands at `until`, or as long as `more` says.
base::Result<void> run(
    Lobby& lobby, base::Duration until, const std::function<void()>& each_look = [] {}) {
    FakeShell shell(lobby);
    FakeStation station(lobby);
    app::Waker waker;
    app::KioskLoop loop({
        .open = [&]() -> base::Result<app::Surface> {
            ++lobby.opened;
            if (lobby.open_failures_left > 0) {
                --lobby.open_failures_left;
                return base::Error{"gfx.no-display", "There is no display.", {}};
            }
            return app::Surface{std::make_unique<FakeWindow>(lobby),
                                std::make_unique<FakeGraphics>(lobby)};
        },
        .clock = lobby.clock,
        .shell = shell,
        .station = station,
        .waker = waker,
        .stopped =
            [&] {
                each_look();
                return lobby.clock.uptime() >= until;
            },
        .first_frame = {},
    });
    return loop.run();
}

gfx::TouchEvent down() { return {gfx::TouchEvent::Kind::down, 5, 5, 0, {}}; }

}  // namespace

TEST_CASE("What moves is drawn sixty times a second, not more") {
    Lobby lobby;
    lobby.idle_for = {};
    REQUIRE(run(lobby, base::Duration{1000}).ok());
    CHECK(lobby.frames.size() >= 60);
    CHECK(lobby.frames.size() <= 64);
    CHECK(lobby.presented == static_cast<int>(lobby.frames.size()));
}

TEST_CASE("What rests is looked at once a second and shown only if it changed") {
    Lobby lobby;
    lobby.drawn = false;
    REQUIRE(run(lobby, base::Duration{60'000}).ok());
    CHECK(lobby.frames.size() <= 62);
    CHECK(lobby.presented == 1);  // the first, whatever the shell says
    CHECK(lobby.followed_monitors >= 59);
}

TEST_CASE("An idle time that ends between two looks is kept") {
    Lobby lobby;
    lobby.idle_for = base::Duration{300};
    REQUIRE(run(lobby, base::Duration{3000}).ok());
    CHECK(lobby.frames.size() >= 10);
    CHECK(lobby.frames.size() <= 12);
}

TEST_CASE("A touch is drawn at once, and touches that come together share a frame") {
    Lobby lobby;
    lobby.touches = {{400, down()}, {3, down()}, {4, down()}};
    REQUIRE(run(lobby, base::Duration{900}).ok());
    REQUIRE(lobby.frames.size() >= 2);
    // The first frame is at the start; the touch at 400 ms opens one, later ones wait for the next.
    CHECK(lobby.frames[1] <= base::Duration{401});
    std::size_t seen = 0;
    for (const std::size_t touches : lobby.touches_seen) seen += touches;
    CHECK(seen == 3);
    CHECK(lobby.frames.size() <= 5);
}

TEST_CASE("A new view is drawn though nobody touches") {
    Lobby lobby;
    bool changed = false;
    REQUIRE(run(lobby, base::Duration{5000}, [&] {
                if (!changed && lobby.clock.uptime() >= base::Duration{2000}) {
                    changed = true;
                    lobby.view_serial = 2;
                }
            }).ok());
    CHECK(changed);
    CHECK(lobby.frames.size() >= 5);
}

TEST_CASE("Intents go to the station in their order") {
    Lobby lobby;
    lobby.to_send = {{7, model::EndVisit{}}, {8, model::EndVisit{}}};
    REQUIRE(run(lobby, base::Duration{100}).ok());
    CHECK(lobby.sent == std::vector<std::uint64_t>{7, 8});
}

TEST_CASE("A window that was uncovered gets its picture again") {
    Lobby lobby;
    lobby.drawn = false;
    bool once = false;
    REQUIRE(run(lobby, base::Duration{5000}, [&] {
                if (!once && lobby.clock.uptime() >= base::Duration{2000})
                    once = lobby.exposed = true;
            }).ok());
    CHECK(lobby.presented == 2);
}

TEST_CASE("A lost context is opened again and drawn whole") {
    Lobby lobby;
    lobby.drawn = false;
    bool once = false;
    REQUIRE(run(lobby, base::Duration{5000}, [&] {
                if (!once && lobby.clock.uptime() >= base::Duration{2000})
                    once = lobby.lose_context = true;
            }).ok());
    CHECK(lobby.opened == 2);
    CHECK(lobby.presented == 2);
}

TEST_CASE("Without a window at the start the kiosk says so and ends") {
    Lobby lobby;
    lobby.open_failures_left = 1;
    const auto done = run(lobby, base::Duration{1000});
    REQUIRE(!done.ok());
    CHECK(done.error().code == "gfx.no-display");
}

TEST_CASE("A closed window ends the kiosk") {
    Lobby lobby;
    lobby.close = true;
    CHECK(run(lobby, base::Duration{1000}).ok());
    CHECK(lobby.frames.empty());
}
