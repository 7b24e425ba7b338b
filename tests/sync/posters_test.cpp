// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "sync/following_kiosk.h"

using namespace wenlan;
using namespace std::chrono_literals;
using test::FollowingKiosk;
using test::PublishingTown;

TEST_CASE("A poster comes with the programme that names it, once", "[follow][poster]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    const auto poster = town.add_poster(200 << 10);
    town.publish();
    CHECK(kiosk.ask());
    CHECK(kiosk.disk.look(kiosk.folder.poster(poster.hex())) ==
          town.site.objects[sync::poster_name(poster)]);
    const auto next = town.add_poster(200 << 10);
    town.publish();
    town.site.bytes_sent = 0;
    CHECK(kiosk.ask());
    CHECK(kiosk.has_poster(next));
    CHECK(town.site.bytes_sent < (210U << 10));
}

TEST_CASE("Before the screen turns to a programme, its posters are there", "[follow][poster]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    std::vector<sync::Hash> posters;
    for (int i = 0; i < 20; ++i) posters.push_back(town.add_poster());
    town.publish();
    kiosk.disk.after_step = [&] {
        if (kiosk.current().empty()) return;
        for (const auto& poster : posters) REQUIRE(kiosk.has_poster(poster));
    };
    CHECK(kiosk.ask());
}

TEST_CASE("A poster that the other side does not have keeps no programme away",
          "[follow][poster]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    const auto poster = town.add_poster();
    const auto other = town.add_poster();
    town.publish();
    const std::string name = sync::poster_name(poster);
    const std::string bytes = town.site.objects[name];
    town.site.objects.erase(name);
    CHECK(kiosk.ask());
    CHECK(kiosk.shown() == town.databases.back());
    CHECK(kiosk.error().empty());
    CHECK_FALSE(kiosk.has_poster(poster));
    CHECK(kiosk.has_poster(other));
    // It is asked for again, but not each time.
    town.site.gets = 0;
    kiosk.ask();
    CHECK(town.site.gets == 2);
    town.site.objects[name] = bytes;
    kiosk.clock.advance(11min);
    kiosk.ask();
    CHECK(kiosk.has_poster(poster));
    town.site.gets = 0;
    kiosk.ask();
    CHECK(town.site.gets == 2);
}

TEST_CASE("A poster that was changed on its way, has no end or is another's is not taken",
          "[follow][poster]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    const auto poster = town.add_poster();
    const auto other = town.add_poster();
    town.publish();
    const std::string name = sync::poster_name(poster);
    const std::string honest = town.site.objects[name];
    SECTION("changed") { town.site.objects[name][9] ^= 1; }
    SECTION("longer") { town.site.objects[name] += "x"; }
    SECTION("cut short") { town.site.objects[name].pop_back(); }
    SECTION("without an end") { town.site.objects[name] = std::string(8 << 20, 'x'); }
    SECTION("another's") { town.site.objects[name] = town.site.objects[sync::poster_name(other)]; }
    SECTION("more than was asked for") {
        town.site.tamper = [&](const net::Fetch& fetch, std::string& bytes) {
            if (fetch.name == name) bytes.assign(fetch.bytes_max + 1, 'x');
        };
    }
    town.site.bytes_sent = 0;
    CHECK(kiosk.ask());
    CHECK(kiosk.shown() == town.databases.back());
    CHECK_FALSE(kiosk.has_poster(poster));
    CHECK(kiosk.has_poster(other));
    CHECK(town.site.bytes_sent < 300'000);
    town.site.tamper = nullptr;
    town.site.objects[name] = honest;
    kiosk.clock.advance(11min);
    kiosk.ask();
    CHECK(kiosk.has_poster(poster));
}

TEST_CASE("A poster goes on where it was cut", "[follow][poster]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    const auto poster = town.add_poster(100'000);
    town.publish();
    town.site.tamper = [&](const net::Fetch& fetch, std::string& bytes) {
        if (fetch.name.starts_with("poster/") && fetch.offset == 0) bytes.resize(60'000);
    };
    town.site.fault = [](const net::Fetch& fetch) -> std::optional<base::Error> {
        if (!fetch.name.starts_with("poster/") || fetch.offset == 0) return std::nullopt;
        return base::Error{"net.no-answer", "The other side does not answer."};
    };
    kiosk.ask();
    CHECK_FALSE(kiosk.has_poster(poster));
    town.site.tamper = nullptr;
    town.site.fault = nullptr;
    town.site.bytes_sent = 0;
    SECTION("by the same program") {}
    SECTION("by the next") { kiosk.start(); }
    kiosk.ask();
    CHECK(kiosk.has_poster(poster));
    CHECK(town.site.bytes_sent < 50'000);
}

TEST_CASE("A line that fails among the pictures keeps no cancellation away", "[follow][poster]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    std::vector<sync::Hash> posters;
    for (int i = 0; i < 5; ++i) posters.push_back(town.add_poster());
    town.publish();
    int pictures = 0;
    town.site.fault = [&](const net::Fetch& fetch) -> std::optional<base::Error> {
        if (!fetch.name.starts_with("poster/") || ++pictures <= 2) return std::nullopt;
        return base::Error{"net.no-answer", "The other side does not answer."};
    };
    CHECK(kiosk.ask());
    CHECK(kiosk.shown() == town.databases.back());
    // Who does not answer for one is not asked for the others.
    CHECK(pictures == 3);
    kiosk.ask();
    CHECK(kiosk.error() == "net.no-answer");
    town.site.fault = nullptr;
    kiosk.ask();
    CHECK(kiosk.error().empty());
    for (const auto& poster : posters) CHECK(kiosk.has_poster(poster));
}

TEST_CASE("A slow line: the programme does not wait for hundreds of pictures", "[follow][poster]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    std::vector<sync::Hash> posters;
    for (int i = 0; i < 60; ++i) posters.push_back(town.add_poster());
    town.publish();
    town.site.tamper = [&](const net::Fetch& fetch, std::string&) {
        if (fetch.name.starts_with("poster/")) kiosk.clock.advance(1s);
    };
    const auto began = kiosk.clock.uptime();
    CHECK(kiosk.ask());
    CHECK(kiosk.clock.uptime() - began < 12s);
    CHECK(kiosk.shown() == town.databases.back());
    for (int i = 0; i < 3; ++i) kiosk.ask();
    for (const auto& poster : posters) CHECK(kiosk.has_poster(poster));
}

TEST_CASE("Whoever sends a picture or a programme in crumbs is given up, and gone on with later",
          "[follow][poster]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    const auto poster = town.add_poster();
    town.publish();
    town.site.tamper = [&](const net::Fetch& fetch, std::string& bytes) {
        if (fetch.name.find('/') != std::string::npos && bytes.size() > 100) bytes.resize(100);
    };
    town.site.gets = 0;
    kiosk.ask();
    CHECK(kiosk.error() == "download.cut");
    CHECK(town.site.gets < 25);
    for (int i = 0; i < 10 && !kiosk.has_poster(poster); ++i) kiosk.ask();
    CHECK(kiosk.shown() == town.databases.back());
    CHECK(kiosk.has_poster(poster));
}

TEST_CASE("Posters stay while the programme shown, the one before or the factory's needs them",
          "[follow][poster]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    const auto factorys = town.add_poster();
    town.posters_of[sync::hash_of("factory")] = town.posters;
    kiosk.disk.replace(kiosk.folder.snapshot("factory"), "factory").value();
    town.publish();
    kiosk.ask();
    town.posters.clear();
    const auto old = town.add_poster();
    town.publish();
    kiosk.ask();
    kiosk.disk.after_step = nullptr;
    kiosk.disk.replace(kiosk.folder.posters() / "our-own.jpg", "a picture of the house").value();
    town.posters.clear();
    const auto fresh = town.add_poster();
    town.publish();
    kiosk.ask();
    CHECK(kiosk.has_poster(old));
    CHECK(kiosk.has_poster(fresh));
    town.publish();
    kiosk.ask();
    CHECK_FALSE(kiosk.has_poster(old));
    CHECK(kiosk.has_poster(fresh));
    CHECK(kiosk.has_poster(factorys));
    CHECK(kiosk.disk.exists(kiosk.folder.posters() / "our-own.jpg"));
    CHECK(kiosk.disk.list("/data/sync/poster-part").value().empty());
}

TEST_CASE("A poster that has rotted on the disk is fetched again", "[follow][poster]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    const auto poster = town.add_poster();
    town.publish();
    kiosk.ask();
    kiosk.disk.after_step = nullptr;
    kiosk.disk.append(kiosk.folder.poster(poster.hex()), "x").value();
    kiosk.follower->mend_posters();
    CHECK_FALSE(kiosk.has_poster(poster));
    kiosk.ask();
    CHECK(kiosk.has_poster(poster));
}

TEST_CASE("Where the posters of a programme cannot be told, it is shown and none is removed",
          "[follow][poster]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    const auto poster = town.add_poster();
    town.publish();
    kiosk.ask();
    sync::FollowSettings settings;
    settings.posters_of =
        [](const std::filesystem::path&) -> base::Result<std::vector<std::string>> {
        return base::Error{"snapshot.damaged", "The programme's file is damaged."};
    };
    sync::Follower follower(kiosk.disk, kiosk.clock, kiosk.random, town.site, kiosk.folder,
                            settings);
    town.posters.clear();
    for (int i = 0; i < 3; ++i) {
        town.publish();
        kiosk.clock.advance(follower.due_in());
        CHECK(follower.tick());
    }
    CHECK(kiosk.has_poster(poster));
}
