// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/publish.h"

#include "catch.h"
#include "store/failing_disk.h"
#include "store/folder.h"
#include "store/snapshot.h"
#include "store/town.h"

using namespace wenlan;
using test::Folder;
using test::Town;

namespace {

const base::Instant now = test::at("2026-11-22T14:20");

struct Hub {
    Folder root;
    test::FailingDisk disk;
    store::DataFolder folder{root.path()};
    std::unique_ptr<store::Publication> publication =
        store::Publication::open(disk, folder).value();
    Town town;

    Hub() { edit("first"); }

    void edit(const std::string& key) {
        town.event(key, "2026-11-22T14:00", "2026-11-22T15:30", 30, 22);
        publication->put(town.programme).value();
    }
    store::Published publish() { return store::publish(*publication, disk, folder, now).value(); }
    std::size_t listings_in(const std::string& name) {
        const auto snapshot = store::Snapshot::open(disk, folder, name);
        if (!snapshot) return 0;
        return snapshot.value()
            ->listings({.now = now,
                        .kind = domain::Kind::event,
                        .section = domain::Section::clubs,
                        .count_max = 1000})
            .value()
            .size();
    }
};

}  // namespace

TEST_CASE("Publishing makes a new version and points to it", "[publish]") {
    Hub hub;
    const auto published = hub.publish();
    CHECK(published.version == 1);
    CHECK(published.new_version);
    CHECK(published.bytes > 0);
    CHECK(test::bytes_of(hub.folder.current()) == "1.db\n");
    CHECK(hub.listings_in("1") == 1);
    const auto snapshot = store::Snapshot::open(hub.disk, hub.folder, "1").value();
    CHECK(snapshot->issued() == now);
    CHECK_FALSE(snapshot->seats().empty());
}

TEST_CASE("Publishing what has not changed keeps the version", "[publish]") {
    Hub hub;
    hub.publish();
    const auto again = hub.publish();
    CHECK(again.version == 1);
    CHECK_FALSE(again.new_version);
    hub.publication->put(hub.town.programme).value();
    CHECK(hub.publish().version == 1);
    // Also after a restart.
    hub.publication.reset();
    hub.publication = store::Publication::open(hub.disk, hub.folder).value();
    CHECK(hub.publish().version == 1);
}

TEST_CASE("A change of the seats alone is a new version", "[publish]") {
    Hub hub;
    hub.publish();
    hub.town.programme.occasions[0].taken = 23;
    hub.publication->put(hub.town.programme).value();
    CHECK(hub.publish().version == 2);
}

TEST_CASE("A programme that no kiosk could show is not published", "[publish]") {
    Hub hub;
    hub.publish();
    store::Programme nothing;
    hub.publication->replace(nothing, store::Origin::desk).value();
    const auto published = store::publish(*hub.publication, hub.disk, hub.folder, now);
    REQUIRE_FALSE(published.ok());
    CHECK(published.error().code == "snapshot.empty");
    CHECK(test::bytes_of(hub.folder.current()) == "1.db\n");
}

TEST_CASE("The version before is kept, older ones go, the factory's stays", "[publish]") {
    Hub hub;
    store::publish_factory(*hub.publication, hub.disk, hub.folder, now).value();
    for (int i = 1; i <= 4; ++i) {
        hub.edit("more-" + std::to_string(i));
        CHECK(hub.publish().version == i);
    }
    CHECK(store::versions_present(hub.disk, hub.folder) == std::vector<std::int64_t>{4, 3});
    CHECK(hub.listings_in("factory") == 1);
    CHECK(hub.listings_in("3") == 4);
    CHECK_FALSE(std::filesystem::exists(hub.folder.seats("2")));
    CHECK_FALSE(std::filesystem::exists(hub.folder.checksum("2")));
}

TEST_CASE("What a power cut left half written goes with the next version", "[publish]") {
    Hub hub;
    hub.publish();
    test::write_bytes(hub.folder.snapshots() / "2.db.part", "half");
    test::write_bytes(hub.folder.snapshots() / "current.new-abcdef", "half");
    hub.edit("more");
    CHECK(hub.publish().version == 2);
    CHECK_FALSE(std::filesystem::exists(hub.folder.snapshots() / "2.db.part"));
    CHECK_FALSE(std::filesystem::exists(hub.folder.snapshots() / "current.new-abcdef"));
}

TEST_CASE("A version number is never used twice, whatever was lost", "[publish]") {
    Hub hub;
    hub.publish();
    hub.edit("more");
    hub.publish();
    SECTION("the pointer") { std::filesystem::remove(hub.folder.current()); }
    SECTION("the newest version") { std::filesystem::remove(hub.folder.snapshot("2")); }
    SECTION("the publication") {
        hub.publication.reset();
        std::filesystem::remove(hub.folder.publication());
        hub.publication = store::Publication::open(hub.disk, hub.folder).value();
        hub.publication->put(hub.town.programme).value();
    }
    CHECK(hub.publish().version == 3);
}

TEST_CASE("A reader of a version that is removed goes on reading it", "[publish]") {
    Hub hub;
    hub.publish();
    const auto old = store::Snapshot::open(hub.disk, hub.folder, "1").value();
    for (int i = 0; i < 3; ++i) {
        hub.edit("more-" + std::to_string(i));
        hub.publish();
    }
    CHECK_FALSE(std::filesystem::exists(hub.folder.snapshot("1")));
    CHECK(old->listings({.now = now,
                         .kind = domain::Kind::event,
                         .section = domain::Section::clubs,
                         .count_max = 100})
              .value()
              .size() == 1);
}

TEST_CASE("Whichever write fails, residents keep a whole programme and the next try succeeds",
          "[publish]") {
    int writes = 0;
    {
        Hub hub;
        hub.publish();
        hub.edit("more");
        const int before = hub.disk.changes;
        hub.publish();
        writes = hub.disk.changes - before;
    }
    REQUIRE(writes >= 6);
    for (int failing = 1; failing <= writes; ++failing) {
        CAPTURE(failing);
        Hub hub;
        hub.publish();
        hub.edit("more");
        hub.disk.fail_from = hub.disk.changes + failing;
        const auto published = store::publish(*hub.publication, hub.disk, hub.folder, now);
        hub.disk.fail_from = 0;

        const std::string current = store::read_current(hub.disk, hub.folder).value();
        REQUIRE(hub.listings_in(current) == (published.ok() ? 2 : 1));
        hub.publish();
        const std::string after = store::read_current(hub.disk, hub.folder).value();
        REQUIRE(hub.listings_in(after) == 2);
    }
}
