// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include "catch.h"
#include "station/station.h"
#include "store/folder.h"
#include "store/publish.h"
#include "store/town.h"

using namespace wenlan;
using test::at;
using test::Folder;

namespace {

const std::filesystem::path demo = std::filesystem::path(WENLAN_SOURCE_DIR) / "data" / "demo";

struct Machine {
    Folder root;
    base::PosixDisk disk;
    store::DataFolder folder{root.path()};

    model::View start(const char* time, const std::filesystem::path& files = demo) {
        const base::VirtualClock clock(at(time));
        station::Station station(clock, disk, folder.root, files);
        return *station.view();
    }
    std::string current() { return store::read_current(disk, folder).value(); }
};

}  // namespace

TEST_CASE("An empty folder gets the demonstration, and shows it", "[seeding]") {
    Machine machine;
    const model::View view = machine.start("2026-11-22T14:20");
    CHECK(view.header->centre.zh == "楚洲文化城");
    CHECK(view.header->snapshot == model::SnapshotState::current);
    CHECK(view.home->walk_in.size() == 3);
    CHECK(machine.current() == "1");
    CHECK(machine.disk.exists(machine.folder.snapshot("factory")));
    CHECK(machine.disk.exists(machine.folder.publication()));
}

TEST_CASE("The sample afternoon is as the pictures show it", "[seeding]") {
    Machine machine;
    const model::View view = machine.start("2026-11-22T14:20");
    const auto& home = *view.home;
    REQUIRE(home.walk_in.size() == 3);
    CHECK(home.walk_in[0].title.zh == "书画社 · 周日习字");
    CHECK(home.walk_in[0].end.hour == 16);
    CHECK(home.walk_in[0].seats.free == 3);
    CHECK(home.walk_in[1].end.minute == 30);
    CHECK(home.walk_in[1].seats.free == 8);
    CHECK(home.walk_in[2].start.minute == 30);
    CHECK(home.walk_in[2].seats.free == 6);
    REQUIRE(home.today.size() == 3);
    CHECK(home.today[0].seats.free == 42);
    CHECK(home.today[1].seats.kind == model::SeatsShown::Kind::none_needed);
    CHECK(home.today[2].seats.capacity == 320);
    CHECK(home.today[2].seats.taken == 283);
    REQUIRE(home.features.size() == 2);
    CHECK(home.features[0].days_left == 28);
    CHECK(home.features[1].badge.zh == "11月28日");
    REQUIRE(view.attract->slips.size() >= 3);
    CHECK(view.attract->slips[0].full_title.zh == "书画社 · 周日习字");
    CHECK(view.attract->slips[2].full_title.zh == "送戏下乡 · 越剧《打金枝》");
}

TEST_CASE("A demonstration that a hub published stays the hub's", "[seeding]") {
    Machine machine;
    machine.start("2026-11-22T14:20");
    const std::string followed = std::to_string(store::followed_from + 1);
    for (const auto& [from, to] :
         {std::pair{machine.folder.snapshot("1"), machine.folder.snapshot(followed)},
          std::pair{machine.folder.seats("1"), machine.folder.seats(followed)},
          std::pair{machine.folder.checksum("1"), machine.folder.checksum(followed)}}) {
        std::filesystem::rename(from, to);
    }
    machine.disk.replace(machine.folder.current(), followed + ".db\n").value();
    const model::View view = machine.start("2026-12-24T14:20");
    CHECK(view.header->snapshot == model::SnapshotState::current);
    CHECK(machine.current() == followed);
}

TEST_CASE("Started on another day the demonstration is laid out anew", "[seeding]") {
    Machine machine;
    machine.start("2026-11-22T14:20");
    machine.start("2026-11-22T20:00");
    CHECK(machine.current() == "1");
    const model::View later = machine.start("2027-05-01T10:00");
    CHECK(machine.current() == "2");
    CHECK(later.home->today_count > 0);
    // Also backwards: a demonstration may be shown for any day.
    machine.start("2026-11-22T14:20");
    CHECK(machine.current() == "3");
}

TEST_CASE("A programme that is not the demonstration is left alone", "[seeding]") {
    Machine machine;
    {
        test::Town town;
        town.event("ink", "2026-11-22T15:00", "2026-11-22T16:00");
        const auto publication = store::Publication::open(machine.disk, machine.folder).value();
        publication->put(town.programme).value();
        store::publish(*publication, machine.disk, machine.folder, at("2026-11-22T09:00")).value();
    }
    const model::View view = machine.start("2026-11-25T10:00");
    CHECK(machine.current() == "1");
    CHECK(view.home->today.empty());
}

TEST_CASE("A damaged factory programme is made anew when it is needed", "[seeding]") {
    Machine machine;
    machine.start("2026-11-22T14:20");
    for (const auto* name : {"1", "factory"}) {
        test::write_bytes(machine.folder.snapshot(name), "damaged");
    }
    const model::View view = machine.start("2026-11-22T14:20");
    CHECK(view.header->snapshot == model::SnapshotState::factory);
    CHECK(view.home->walk_in.size() == 3);
    CHECK(store::Snapshot::open(machine.disk, machine.folder, "factory").ok());
}

TEST_CASE("Without files and without a programme there is still a screen", "[seeding]") {
    Machine machine;
    const model::View view = machine.start("2026-11-22T14:20", machine.root / "nothing");
    REQUIRE(view.home != nullptr);
    CHECK(view.home->today.empty());
    CHECK(view.header->now.hour == 14);
}

TEST_CASE("A demonstration that runs for weeks does not run dry", "[seeding]") {
    Machine machine;
    base::VirtualClock clock(at("2026-11-22T14:20"));
    station::Station station(clock, machine.disk, machine.folder.root, demo);
    for (int day = 1; day <= 70; ++day) {
        clock.advance(std::chrono::hours{24});
        station.tick();
        CAPTURE(day);
        REQUIRE(station.view()->events->week_count >= 10);
    }
    CHECK(machine.current() == "11");
}
