// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/embedded_hub.h"

#include "app/following_round.h"
#include "catch.h"
#include "hub/site/site_folder.h"
#include "store/demonstration.h"
#include "store/folder.h"
#include "store/publication.h"
#include "store/publish.h"
#include "store/snapshot.h"
#include "store/town.h"
#include "sync/seeded_random.h"

using namespace wenlan;
using namespace std::chrono_literals;

namespace {

const std::filesystem::path demo = std::filesystem::path(WENLAN_SOURCE_DIR) / "data" / "demo";

// A kiosk that was started alone.
struct Alone {
    test::Folder root;
    base::PosixDisk disk;
    base::VirtualClock clock{test::at("2026-11-22T14:20")};
    test::SeededRandom random{1};
    store::DataFolder folder{root / "lobby"};
    app::OfficeLine line;
    std::unique_ptr<app::FollowingRound> round;

    Alone() {
        store::lay_out_demonstration(disk, folder, demo, clock.now()).value();
        start();
    }
    void start() {
        round.reset();
        round = app::FollowingRound::create({.disk = disk,
                                             .clock = clock,
                                             .random = random,
                                             .folder = folder,
                                             .sources = {},
                                             .line = line,
                                             .demonstration = demo})
                    .value();
    }
    std::string current() { return store::read_current(disk, folder).value(); }
    base::CivilDate laid_out_on() {
        return store::Snapshot::open(disk, folder, current()).value()->laid_out_on().value();
    }
};

}  // namespace

TEST_CASE("A kiosk that was started alone follows a hub in its own process", "[embedded]") {
    Alone alone;
    CHECK(alone.current() == "1");
    alone.round->tick();
    CHECK(store::is_followed(alone.current()));
    const auto report = alone.line.report();
    CHECK(report->from == model::StaffSync::From::demonstration);
    CHECK_FALSE(report->status.error.has_value());
    CHECK(report->pairing.state == model::StaffPairing::State::paired);
    CHECK(report->pairing.number == 1);
    CHECK_FALSE(report->pairing.possible);
    CHECK(report->changes == 1);

    SECTION("and shows the next day's programme on the next day") {
        alone.clock.advance(24h);
        alone.round->tick();
        CHECK(alone.laid_out_on() == base::CivilDate{2026, 11, 23});
    }
    SECTION("and its own programme when it is started again, until the hub is there") {
        app::leave_demonstration(alone.disk, alone.folder, app::AfterDemonstration::goes_on)
            .value();
        CHECK_FALSE(store::is_followed(alone.current()));
        alone.start();
        alone.round->tick();
        CHECK(store::is_followed(alone.current()));
        CHECK(alone.line.report()->pairing.number == 1);
        CHECK_FALSE(alone.line.report()->status.error.has_value());
    }
    SECTION("and knows nothing of it once it has an office") {
        alone.round.reset();
        app::leave_demonstration(alone.disk, alone.folder, app::AfterDemonstration::over).value();
        CHECK_FALSE(store::is_followed(alone.current()));
        for (const char* file : {"root", "record", "paired", "kiosk.key", "demonstration"}) {
            INFO(file);
            CHECK_FALSE(alone.disk.exists(alone.folder.root / "sync" / file));
        }
        const auto versions = store::versions_present(alone.disk, alone.folder);
        for (const std::int64_t version : versions) CHECK(version < store::followed_from);
    }
    SECTION("until the folder becomes a hub's own") {
        std::filesystem::create_directories(hub::SiteFolder(alone.folder).keys());
        const auto publication = store::Publication::open(alone.disk, alone.folder).value();
        publication->put(publication->programme().value()).value();
        alone.disk.replace(alone.folder.current(), "factory.db\n").value();
        alone.clock.advance(1min);
        alone.round->tick();
        CHECK(alone.current() == "factory");
        CHECK(alone.line.report()->from == model::StaffSync::From::nothing);
    }
}

TEST_CASE("A programme of its own is not covered by a demonstration", "[embedded]") {
    Alone alone;
    test::Town town;
    town.event("own", "2026-11-22T15:00", "2026-11-22T16:00");
    alone.folder = {alone.root / "own"};
    const auto publication = store::Publication::open(alone.disk, alone.folder).value();
    publication->replace(town.programme, store::Origin::desk).value();
    store::publish(*publication, alone.disk, alone.folder, alone.clock.now()).value();
    alone.start();
    alone.round->tick();
    CHECK(alone.current() == "1");
    CHECK(alone.line.report()->from == model::StaffSync::From::nothing);
    CHECK_FALSE(alone.disk.exists(alone.folder.root / "demonstration"));
}

TEST_CASE("Staff's wish to ask at once is not put off", "[embedded]") {
    Alone alone;
    alone.round->tick();
    const auto before = alone.line.report();
    alone.round->tick();
    CHECK(alone.line.report() == before);
    int woken = 0;
    alone.line.when_wanted([&woken] { ++woken; });
    alone.line.ask_now();
    CHECK(woken == 1);
    alone.round->tick();
    CHECK(alone.line.report() != before);
    alone.line.when_wanted({});
    alone.line.ask_now();
    CHECK(woken == 1);
}
