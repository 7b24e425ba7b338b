// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "sync/following_kiosk.h"

using namespace wenlan;
using test::FollowingKiosk;
using test::PublishingTown;

TEST_CASE("New keys are taken from a root that follows, and the old are no good any more",
          "[follow][keys]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    kiosk.ask();
    const std::string thief = town.online.hex();
    town.rotate(false);
    town.publish();
    CHECK(kiosk.ask());
    CHECK(kiosk.shown() == town.databases.back());

    // The thief of the old key publishes on.
    town.online = *sync::SigningKey::of_hex(thief);
    town.publish();
    CHECK_FALSE(kiosk.ask());
    CHECK(kiosk.error() == "manifest.unknown-key");
}

TEST_CASE("Whoever was away for several roots follows them all", "[follow][keys]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    for (int i = 0; i < 5; ++i) town.rotate(i == 2);
    town.publish();
    CHECK(kiosk.ask());
    kiosk.start();
    town.rotate(false);
    town.publish();
    CHECK(kiosk.ask());
    CHECK(kiosk.shown() == town.databases.back());
}

TEST_CASE("A thief who used up the numbers is outdone by a new epoch", "[follow][keys]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    town.publish();
    kiosk.ask();
    town.next_version = sync::Edition::version_max;
    town.publish();
    CHECK(kiosk.ask());

    town.rotate(true);
    town.publish();
    CHECK(town.manifests.back().manifest.edition == sync::Edition{2, 1});
    CHECK(kiosk.ask());
    CHECK(kiosk.shown() == town.databases.back());
    // The epoch that is over does not come back.
    town.site.objects["manifest"] = town.manifests[0].file;
    CHECK_FALSE(kiosk.ask());
}

TEST_CASE("A root that cannot be believed changes nothing but raises an alarm", "[follow][keys]") {
    PublishingTown town;
    FollowingKiosk kiosk(town);
    const std::string old = town.site.objects["root/1"];
    SECTION("nonsense") { town.site.objects["root/2"] = "nonsense"; }
    SECTION("the old root again") { town.site.objects["root/2"] = old; }
    SECTION("a stranger's") {
        PublishingTown other(2);
        other.rotate(false);
        town.site.objects["root/2"] = other.site.objects["root/2"];
    }
    town.publish();
    CHECK(kiosk.ask());
    CHECK(kiosk.alarm().starts_with("root."));
    CHECK(kiosk.shown() == town.databases.back());
}
