// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include "catch.h"
#include "hub/api/site_api.h"
#include "hub/new_centre.h"
#include "hub/site/publish_site.h"
#include "store/folder.h"
#include "store/snapshot.h"
#include "store/town.h"
#include "sync/folder_transport.h"
#include "sync/follower.h"
#include "sync/seeded_random.h"

using namespace wenlan;
using namespace std::chrono_literals;

namespace {

const base::Instant start = test::at("2026-11-22T14:20");

// A hub with a small programme, and a screen in the lobby.
struct House {
    test::Folder root;
    base::PosixDisk disk;
    test::SeededRandom random{1};
    base::VirtualClock clock{start};
    hub::SiteOffice office{disk, random, {root / "hub"}};
    hub::SiteFolder site{office.folder};
    std::unique_ptr<store::Publication> publication =
        store::Publication::open(disk, office.folder).value();
    test::Town town;
    hub::SiteApi api{disk, clock, site};
    store::DataFolder lobby{root / "lobby"};

    House() { add("first"); }
    void add(const std::string& key) {
        town.event(key, "2026-11-22T14:00", "2026-11-22T15:30", 30, 22);
        publication->put(town.programme).value();
    }
    sync::PublishedRelease publish() {
        return hub::publish_site(office, *publication, clock.now()).value();
    }
    net::HttpResponse get(const std::string& path) {
        net::HttpRequest request;
        request.path = path;
        return api.handle(request);
    }
};

std::size_t listings(base::Disk& disk, const store::DataFolder& folder) {
    const std::string name = store::read_current(disk, folder).value();
    return store::Snapshot::open(disk, folder, name)
        .value()
        ->listings({.now = start,
                    .kind = domain::Kind::event,
                    .section = domain::Section::clubs,
                    .count_max = 100})
        .value()
        .size();
}

}  // namespace

TEST_CASE("What the hub publishes reaches a screen, over a folder", "[site]") {
    House house;
    const auto published = house.publish();
    CHECK(published.new_version);
    CHECK(published.edition.version == 1);
    sync::FolderTransport transport(house.disk, house.site.served());
    sync::Follower follower(house.disk, house.clock, house.random, transport, house.lobby, {});
    follower.learn(test::bytes_of(house.site.served() / "root/1")).value();
    CHECK_FALSE(follower.status().error.has_value());

    SECTION("but not to a program that no longer reads it") {
        sync::FollowSettings settings;
        settings.schema = settings.schema_oldest = 1000;
        sync::Follower newer(house.disk, house.clock, house.random, transport, house.lobby,
                             settings);
        CHECK_FALSE(newer.tick());
        CHECK(newer.status().error->code == "follow.hub-outdated");
    }
    SECTION("to a program that reads it") {
        sync::FollowSettings settings;
        settings.schema = settings.schema_oldest =
            sync::read_manifest(
                test::bytes_of(house.site.served() / "manifest"),
                sync::read_first_root(test::bytes_of(house.site.served() / "root/1")).value())
                .value()
                .manifest.schema;
        sync::Follower fits(house.disk, house.clock, house.random, transport, house.lobby,
                            settings);
        CHECK(fits.tick());
        CHECK(listings(house.disk, house.lobby) == 1);
        house.add("second");
        CHECK(house.publish().patch_bytes > 0);
        house.clock.advance(fits.due_in());
        CHECK(fits.tick());
        CHECK(listings(house.disk, house.lobby) == 2);
    }
}

TEST_CASE("Publishing twice keeps the version; a renewal publishes no edits", "[site]") {
    House house;
    house.publish();
    CHECK_FALSE(house.publish().new_version);
    house.add("second");
    house.clock.advance(4 * 24h);
    REQUIRE(hub::renew_site(house.office, house.publication->seats(), house.clock.now()).ok());
    CHECK(listings(house.disk, house.office.folder) == 1);
    CHECK(house.get("/healthz").status == 200);
    house.clock.advance(8 * 24h);
    CHECK(house.get("/healthz").status == 503);
    REQUIRE(hub::renew_site(house.office, house.publication->seats(), house.clock.now()).ok());
    CHECK(house.get("/healthz").status == 200);
}

TEST_CASE("A stick carries the site, and is brought up to date", "[site]") {
    House house;
    std::filesystem::create_directory(house.root / "stick");
    CHECK(hub::export_site(house.office, house.root / "stick").error().code ==
          "hub.nothing-published");
    house.publish();
    CHECK(hub::export_site(house.office, house.root / "none").error().code == "hub.no-stick");
    const auto target = hub::export_site(house.office, house.root / "stick").value();
    CHECK(target == house.root / "stick/wenlan");
    house.add("second");
    house.publish();
    REQUIRE(hub::export_site(house.office, house.root / "stick").ok());
    for (const char* name : {"manifest", "avail", "root/1"}) {
        CHECK(test::bytes_of(target / name) == test::bytes_of(house.site.served() / name));
    }
}

TEST_CASE("The hub says how it is, and serves its files", "[site]") {
    House house;
    CHECK(house.get("/healthz").status == 503);
    house.publish();
    const auto health = house.get("/healthz");
    CHECK(health.status == 200);
    CHECK(health.body.find("\"version\":1") != std::string::npos);
    CHECK(house.get("/site/manifest").status == 200);
    CHECK(house.get("/site/root/1").status == 200);
    CHECK(house.get("/site/../keys/offline.key").status == 404);
    CHECK(house.get("/keys/offline.key").status == 404);
    CHECK(house.get("/").status == 404);
    net::HttpRequest post;
    post.method = "POST";
    post.path = "/healthz";
    CHECK(house.api.handle(post).status == 405);
    const auto metrics = house.get("/metrics");
    CHECK(metrics.body.find("wenlan_published_version 1\n") != std::string::npos);
    CHECK(metrics.body.find("wenlan_answers_total{status=\"4xx\"} 4\n") != std::string::npos);
}

TEST_CASE("Nobody but the hub can read its keys", "[site]") {
    House house;
    house.publish();
    for (const char* name : {"offline.key", "online-1.key"}) {
        const auto mode = std::filesystem::status(house.site.keys() / name).permissions();
        CHECK((mode & std::filesystem::perms(077)) == std::filesystem::perms::none);
    }
}
