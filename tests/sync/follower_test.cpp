// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/follower.h"

#include "catch.h"
#include "sync/following_kiosk.h"

using namespace wenlan;
using namespace std::chrono_literals;
using test::FollowingKiosk;
using test::PublishingTown;

TEST_CASE("A screen follows its hub", "[follow]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    CHECK(kiosk.ask());
    CHECK(kiosk.shown() == town.databases.back());
    CHECK(kiosk.current() == town.manifests.back().manifest.edition.name());
    const auto status = kiosk.follower->status();
    CHECK(status.shown == town.manifests.back().manifest.edition);
    CHECK(status.answered == kiosk.clock.now());
    CHECK_FALSE(status.error.has_value());
    CHECK_FALSE(kiosk.ask());
}

TEST_CASE("A small edit comes as a patch", "[follow]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    kiosk.ask();
    town.publish();
    town.site.bytes_sent = 0;
    CHECK(kiosk.ask());
    CHECK(kiosk.shown() == town.databases.back());
    CHECK(town.site.bytes_sent < 2500);
}

TEST_CASE("A patch that is missing, broken or of no use is replaced by the whole", "[follow]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    kiosk.ask();
    town.publish();
    const auto& manifest = town.manifests.back().manifest;
    const std::string name = sync::patch_name(manifest, manifest.patches[0]);
    SECTION("missing") { town.site.objects.erase(name); }
    SECTION("changed") { town.site.objects[name][9] ^= 1; }
    SECTION("cut") { town.site.objects[name].resize(9); }
    CHECK(kiosk.ask());
    CHECK(kiosk.shown() == town.databases.back());
    CHECK(kiosk.error().empty());
}

TEST_CASE("Nothing that was changed on the way is shown, and the next try is whole", "[follow]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    kiosk.ask();
    const std::string before = kiosk.current();
    town.publish();
    town.site.tamper = [](const net::Fetch& fetch, std::string& bytes) {
        if (fetch.name.find(".zst") != std::string::npos && !bytes.empty()) bytes.back() ^= 4;
    };
    CHECK_FALSE(kiosk.ask());
    CHECK(kiosk.error() == "object.wrong-hash");
    CHECK(kiosk.current() == before);
    town.site.tamper = nullptr;
    CHECK(kiosk.ask());
    CHECK(kiosk.shown() == town.databases.back());
    CHECK(kiosk.error().empty());
}

TEST_CASE("A download goes on where it was cut", "[follow]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    const auto& snap = town.manifests.back().manifest.snap;
    town.site.tamper = [&](const net::Fetch& fetch, std::string& bytes) {
        if (fetch.name.starts_with("snap/")) bytes.resize(fetch.offset == 0 ? 1000 : 0);
    };
    kiosk.ask();
    CHECK(kiosk.error() == "download.cut");
    town.site.tamper = nullptr;
    town.site.bytes_sent = 0;
    SECTION("by the same program") { CHECK(kiosk.ask()); }
    SECTION("by the next") {
        kiosk.start();
        CHECK(kiosk.ask());
    }
    CHECK(kiosk.shown() == town.databases.back());
    CHECK(town.site.bytes_sent < static_cast<std::size_t>(snap.bytes));
}

TEST_CASE("Endless data ends", "[follow]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    std::string endless;
    SECTION("of the manifest") { endless = "manifest"; }
    SECTION("of an object") { endless = "snap/"; }
    SECTION("of a root") { endless = "root/"; }
    town.site.tamper = [&](const net::Fetch& fetch, std::string& bytes) {
        if (fetch.name.starts_with(endless)) bytes.assign(fetch.bytes_max + 1, 'x');
    };
    if (endless == "root/") town.site.objects["root/2"] = "x";
    kiosk.ask();
    CHECK_FALSE((kiosk.error() + kiosk.alarm()).empty());
}

TEST_CASE("An older programme is never taken, not even after a restart", "[follow]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    const std::string old = town.site.objects["manifest"];
    town.publish();
    kiosk.ask();
    const std::string shown = kiosk.current();
    SECTION("by the same program") {}
    SECTION("by the next") { kiosk.start(); }
    SECTION("by the next, although it lost its record") {
        kiosk.disk.remove("/data/sync/record").value();
        kiosk.start();
    }
    SECTION("by the next, although its record is damaged") {
        kiosk.disk.replace("/data/sync/record", "nonsense").value();
        kiosk.start();
    }
    town.site.objects["manifest"] = old;
    CHECK_FALSE(kiosk.ask());
    CHECK(kiosk.error() == "follow.older");
    CHECK(kiosk.current() == shown);
}

TEST_CASE("What was seen signed counts, though it never arrived", "[follow]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    kiosk.ask();
    const std::string old = town.site.objects["manifest"];
    town.publish();
    const auto objects = town.site.objects;
    std::erase_if(town.site.objects,
                  [](const auto& object) { return object.first.ends_with(".zst"); });
    kiosk.ask();
    CHECK(kiosk.error() == "net.not-found");
    town.site.objects = objects;
    town.site.objects["manifest"] = old;
    kiosk.start();
    kiosk.ask();
    CHECK(kiosk.error() == "follow.older");
}

TEST_CASE("Two programmes of one number are an alarm", "[follow]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    kiosk.ask();
    const auto shown = kiosk.shown();
    const std::string honest = town.site.objects["manifest"];
    town.next_version = 1;
    town.publish();
    CHECK_FALSE(kiosk.ask());
    CHECK(kiosk.error() == "follow.two-faced");
    CHECK(kiosk.alarm() == "follow.two-faced");
    CHECK(kiosk.shown() == shown);
    town.site.objects["manifest"] = honest;
    kiosk.ask();
    CHECK(kiosk.alarm().empty());
}

TEST_CASE("A hub that forgot what it published last is followed, and staff are told", "[follow]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    kiosk.ask();
    town.manifests.clear();
    town.publish();
    CHECK(kiosk.ask());
    CHECK(kiosk.alarm() == "follow.broken-chain");
    kiosk.ask();
    CHECK(kiosk.alarm().empty());
}

TEST_CASE("Objects of one programme under the manifest of another are refused", "[follow]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    const std::string first = sync::snap_name(town.manifests[0].manifest);
    town.publish();
    const std::string second = sync::snap_name(town.manifests[1].manifest);
    town.site.objects[second] = town.site.objects[first];
    CHECK_FALSE(kiosk.ask());
    CHECK(kiosk.error().starts_with("object.wrong"));
    CHECK(kiosk.current().empty());
}

TEST_CASE("Another centre's hub is not followed", "[follow]") {
    PublishingTown town;
    PublishingTown other(2);
    FollowingKiosk kiosk(town);
    town.publish();
    other.publish();
    kiosk.ask();
    town.site.objects["manifest"] = other.site.objects["manifest"];
    CHECK_FALSE(kiosk.ask());
    CHECK(kiosk.error() == "manifest.unknown-key");
    CHECK(kiosk.follower->learn(other.site.objects["root/1"]).error().code == "trust.other-centre");
}

TEST_CASE("A screen that knows no hub says so and asks for nothing", "[follow]") {
    PublishingTown town;
    town.publish();
    FollowingKiosk kiosk(town);
    kiosk.disk.remove("/data/sync/root").value();
    kiosk.start();
    town.site.gets = 0;
    kiosk.ask();
    CHECK(kiosk.error() == "trust.none");
    CHECK(town.site.gets == 0);
}

TEST_CASE("A screen that is told to believes the first hub that answers, and no other after it",
          "[follow]") {
    PublishingTown town;
    PublishingTown other(2);
    town.publish();
    other.publish();
    FollowingKiosk kiosk(town);
    kiosk.disk.remove("/data/sync/root").value();
    sync::FollowSettings settings;
    settings.trust_the_first = true;
    sync::Follower follower(kiosk.disk, kiosk.clock, kiosk.random, town.site, kiosk.folder,
                            settings);
    CHECK(follower.tick());
    CHECK(kiosk.shown() == town.databases.back());
    sync::Follower astray(kiosk.disk, kiosk.clock, kiosk.random, other.site, kiosk.folder,
                          settings);
    CHECK_FALSE(astray.tick());
    CHECK(astray.status().error->code == "manifest.unknown-key");
}

TEST_CASE("A frozen hub is shown as such: the programme stays, expired", "[follow][clock]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    kiosk.ask();
    CHECK(freshness(kiosk.follower->status(), kiosk.clock.now()) == sync::Freshness::fresh);
    kiosk.clock.advance(8 * 24h);
    kiosk.ask();
    CHECK(freshness(kiosk.follower->status(), kiosk.clock.now()) == sync::Freshness::expired);
    CHECK(kiosk.shown() == town.databases.back());
    // Also after a restart without a hub.
    kiosk.start();
    town.site.fault = [](const net::Fetch&) {
        return base::Error{"net.no-answer", "The other side does not answer."};
    };
    kiosk.ask();
    CHECK(freshness(kiosk.follower->status(), kiosk.clock.now()) == sync::Freshness::expired);
    CHECK(kiosk.follower->status().shown == town.manifests.back().manifest.edition);
}

TEST_CASE("A clock that is ten years off keeps no programme away", "[follow][clock]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    const bool ahead = GENERATE(true, false);
    const auto ten_years = 24h * 3653;
    base::VirtualClock wrong(town.keys.now + (ahead ? 1 : -1) * ten_years);
    sync::Follower follower(kiosk.disk, wrong, kiosk.random, town.site, kiosk.folder, {});
    for (int i = 0; i < 3; ++i) {
        town.publish();
        wrong.advance(follower.due_in());
        CHECK(follower.tick());
        CHECK(kiosk.shown() == town.databases.back());
    }
    CHECK(freshness(follower.status(), wrong.now()) ==
          (ahead ? sync::Freshness::expired : sync::Freshness::clock_behind));
}

TEST_CASE("A full disk loses nothing, is told to staff, and is got over", "[follow][disk]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    kiosk.ask();
    const auto before = kiosk.shown();
    town.publish();
    kiosk.disk.fail_at(6, test::CrashDisk::Fault::full);
    CHECK_FALSE(kiosk.ask());
    CHECK(kiosk.error() == "disk.full");
    CHECK(kiosk.alarm() == "disk.full");
    CHECK(kiosk.shown() == before);
    kiosk.disk.mend();
    CHECK(kiosk.ask());
    CHECK(kiosk.shown() == town.databases.back());
    CHECK(kiosk.alarm().empty());
}

TEST_CASE("A programme for a newer program waits for it, and the screen says so", "[follow]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    kiosk.ask();
    sync::Manifest manifest = town.manifests.back().manifest;
    manifest.edition.version = 2;
    manifest.schema_oldest = manifest.schema = 2;
    manifest.previous = town.manifests.back().hash;
    town.site.objects["manifest"] = sync::sign_manifest(manifest, town.online).file;
    kiosk.ask();
    CHECK(kiosk.error() == "follow.needs-update");
    CHECK(kiosk.shown() == town.databases.back());
}

TEST_CASE("Who does not answer is asked ever more rarely, and not by all at once", "[follow]") {
    PublishingTown town;
    FollowingKiosk kiosk(town, 1);
    FollowingKiosk other(town, 2);
    town.site.fault = [](const net::Fetch&) {
        return base::Error{"net.no-answer", "The other side does not answer."};
    };
    base::Duration longest{};
    for (int i = 0; i < 12; ++i) {
        kiosk.ask();
        other.ask();
        CHECK(kiosk.follower->due_in() <= 10min);
        CHECK(kiosk.follower->due_in() >= 2500ms);
        longest = std::max(longest, kiosk.follower->due_in());
    }
    CHECK(longest >= 5min);
    CHECK(kiosk.follower->due_in() != other.follower->due_in());
    CHECK(kiosk.follower->status().failures == 12);
    CHECK_FALSE(kiosk.follower->tick());
    CHECK(kiosk.follower->status().failures == 12);
    town.site.fault = nullptr;
    town.publish();
    CHECK(kiosk.ask());
    CHECK(kiosk.follower->due_in() <= 36s);
}

TEST_CASE("An unchanged programme costs one question each time", "[follow]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    kiosk.ask();
    town.site.gets = 0;
    town.site.bytes_sent = 0;
    const int steps = kiosk.disk.steps();
    for (int i = 0; i < 10; ++i) kiosk.ask();
    CHECK(town.site.gets == 20);  // the manifest, the seats
    CHECK(town.site.bytes_sent == 0);
    CHECK(kiosk.disk.steps() == steps);
}

TEST_CASE("A server whose ETag does not change is found out", "[follow]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    kiosk.ask();
    town.site.same_etag = true;
    kiosk.ask();
    town.publish();
    for (int i = 0; i < 30; ++i) kiosk.ask();
    CHECK(kiosk.shown() == town.databases.back());
}

TEST_CASE("Seats follow on their own and never go back", "[follow][avail]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    kiosk.ask();
    const auto seats = [&] {
        return store::parse_seat_counts(*kiosk.disk.look(kiosk.folder.seats(kiosk.current())))
            .value()
            .of(domain::OccasionId{3});
    };
    CHECK(seats() == 4);
    const std::string old = town.site.objects["avail"];
    town.publish_seats(9);
    CHECK(kiosk.ask());
    CHECK(seats() == 9);
    CHECK_FALSE(kiosk.ask());
    town.site.objects["avail"] = old;
    CHECK_FALSE(kiosk.ask());
    CHECK(kiosk.error() == "avail.older");
    CHECK(seats() == 9);
}

TEST_CASE("Seats that cannot be had do not keep a programme away", "[follow][avail]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    SECTION("none") { town.site.objects.erase("avail"); }
    SECTION("nonsense") { town.site.objects["avail"] = "nonsense"; }
    SECTION("of another programme") {
        const std::string avail = town.site.objects["avail"];
        town.publish();
        town.site.objects["avail"] = avail;
    }
    kiosk.ask();
    CHECK(kiosk.shown() == town.databases.back());
}

TEST_CASE("A programme that was damaged on the disk is fetched again when asked", "[follow]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    kiosk.ask();
    kiosk.disk.after_step = nullptr;
    kiosk.disk.append(kiosk.folder.snapshot(kiosk.current()), "x").value();
    kiosk.follower->mend();
    CHECK(kiosk.ask());
    CHECK(kiosk.shown() == town.databases.back());
    CHECK_FALSE(kiosk.ask());
}

TEST_CASE("The programme before stays, older ones go, the factory's stays", "[follow]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    kiosk.disk.replace(kiosk.folder.snapshot("factory"), "factory").value();
    for (int i = 0; i < 4; ++i) {
        town.publish();
        kiosk.ask();
    }
    CHECK(store::versions_present(kiosk.disk, kiosk.folder) ==
          std::vector<std::int64_t>{sync::Edition{1, 4}.number(), sync::Edition{1, 3}.number()});
    CHECK(kiosk.disk.exists(kiosk.folder.snapshot("factory")));
    CHECK_FALSE(kiosk.disk.exists(kiosk.folder.checksum(sync::Edition{1, 2}.name())));
    CHECK(kiosk.disk.list("/data/sync/part").value().empty());
}

TEST_CASE("A stopped follower ends between two pieces", "[follow]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    kiosk.follower->stop();
    CHECK_FALSE(kiosk.ask());
    CHECK(kiosk.error() == "download.stopped");
}
