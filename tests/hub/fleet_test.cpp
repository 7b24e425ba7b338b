// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/fleet/fleet.h"

#include <nlohmann/json.hpp>

#include "catch.h"
#include "hub/api/hub_api.h"
#include "hub/api/routes.h"
#include "hub/fleet/fleet_metrics.h"
#include "hub/fleet/paired_kiosks.h"
#include "hub/fleet/standing.h"
#include "hub/site/publish_site.h"
#include "store/folder.h"
#include "store/town.h"
#include "sync/health_paths.h"
#include "sync/pairing_kiosk.h"
#include "sync/seeded_random.h"
#include "sync/sign_ups/operation.h"

using namespace wenlan;
using namespace std::chrono_literals;

namespace {

const base::Instant start = test::at("2026-11-22T14:20");
const store::By by{"command line", start};

// A hub with a small programme that is published, and the screens that come to it.
struct House {
    test::Folder root;
    base::PosixDisk disk;
    test::SeededRandom random{1};
    base::VirtualClock clock{start};
    hub::SiteOffice office{disk, random, {root / "hub"}};
    hub::SiteFolder site{office.folder};
    test::Town town;
    std::unique_ptr<hub::Fleet> fleet;
    std::optional<hub::HubApi> api;

    House() {
        const auto publication = store::Publication::open(disk, office.folder).value();
        town.event("first", "2026-11-22T14:00", "2026-11-22T15:30", 30, 22);
        publication->put(town.programme).value();
        hub::publish_site(office, *publication, clock.now()).value();
        fleet = hub::Fleet::open(disk, clock, random, site).value();
        api.emplace(disk, clock, site, *fleet);
    }
    net::HttpResponse send(std::string_view path, std::string body, std::string method = "POST") {
        net::HttpRequest request;
        request.method = std::move(method);
        request.path = path;
        request.body = std::move(body);
        return api->handle(request);
    }
    std::string get(const std::string& path) { return send(path, "", "GET").body; }
    // The refusal's code, or empty; `granted` is what came back.
    std::string try_code(const std::string& code, const sync::KioskKeys& keys,
                         std::string* granted = nullptr, std::string* asked = nullptr) {
        sync::PairingKiosk kiosk(code, random);
        const auto welcome = send(sync::pair_path, kiosk.hello());
        if (welcome.status != 200) return welcome.body.substr(0, welcome.body.find('\n'));
        const auto request = kiosk.request(welcome.body, keys, "0.1.0").value();
        const auto answer = send(sync::pair_confirm_path, request);
        if (answer.status != 200) return answer.body.substr(0, answer.body.find('\n'));
        CHECK(kiosk.granted(answer.body).ok());
        if (granted != nullptr) *granted = answer.body;
        if (asked != nullptr) *asked = request;
        return "";
    }
    std::string report(const sync::KioskKeys& keys, std::int64_t serial, std::int64_t version = 1,
                       int number = 1) {
        sync::HealthReport report;
        report.kiosk = number;
        report.serial = serial;
        report.sent = clock.now() + 2s;
        report.shown = {1, version};
        report.disk_free = 12'000'000'000;
        report.software = "0.1.0";
        const auto answer = send(sync::health_path, sync::sign_health(report, keys.signing));
        return answer.status == 200 ? "" : answer.body.substr(0, answer.body.find('\n'));
    }
    std::string in_words() {
        return hub::fleet_in_words(fleet->kiosks().value(), sync::Edition{1, 1}, clock.now());
    }
};

}  // namespace

TEST_CASE("A code pairs one screen", "[fleet]") {
    House house;
    const auto keys = sync::KioskKeys::make(house.random);
    CHECK(house.try_code("K7M2QX", keys) == "pair.none");
    const std::string code = house.fleet->invite("一楼大厅", by).value();
    CHECK(house.try_code(code, keys) == "");
    CHECK(house.try_code(code, sync::KioskKeys::make(house.random)) == "pair.none");
    const auto kiosks = house.fleet->kiosks().value();
    REQUIRE(kiosks.size() == 1);
    CHECK(kiosks[0].name == "一楼大厅");
    CHECK(kiosks[0].signing_key == keys.signing.public_key().hex());
}

TEST_CASE("A code lives ten minutes", "[fleet]") {
    House house;
    const std::string code = house.fleet->invite("一楼大厅", by).value();
    house.clock.advance(10min);
    CHECK(house.try_code(code, sync::KioskKeys::make(house.random)) == "pair.none");
}

TEST_CASE("After five wrong codes the right one is refused too", "[fleet]") {
    House house;
    const auto keys = sync::KioskKeys::make(house.random);
    const std::string code = house.fleet->invite("一楼大厅", by).value();
    const std::string wrong = code == "222222" ? "333333" : "222222";
    for (int i = 0; i < 5; ++i) CHECK(house.try_code(wrong, keys) == "pair.wrong");
    CHECK(house.try_code(wrong, keys) == "pair.too-many");
    CHECK(house.try_code(code, keys) == "pair.too-many");
    house.clock.advance(1min);
    const std::string next = house.fleet->invite("一楼大厅", by).value();
    CHECK(house.try_code(next, keys) == "");
}

TEST_CASE("A screen whose answer was lost gets it again, and is entered once", "[fleet]") {
    House house;
    const auto keys = sync::KioskKeys::make(house.random);
    const std::string code = house.fleet->invite("一楼大厅", by).value();
    std::string granted, asked;
    REQUIRE(house.try_code(code, keys, &granted, &asked) == "");
    const auto again = house.send(sync::pair_confirm_path, asked);
    CHECK(again.status == 200);
    CHECK(again.body == granted);
    CHECK(house.fleet->kiosks().value().size() == 1);
    house.clock.advance(2min);
    CHECK(house.send(sync::pair_confirm_path, asked).status == 404);
}

TEST_CASE("Only a paired screen is heard, and each report once", "[fleet]") {
    House house;
    const auto keys = sync::KioskKeys::make(house.random);
    CHECK(house.report(keys, 1) == "kiosk.unknown");
    REQUIRE(house.try_code(house.fleet->invite("一楼大厅", by).value(), keys) == "");
    CHECK(house.report(sync::KioskKeys::make(house.random), 1) == "health.unknown-key");
    CHECK(house.report(keys, 7) == "");
    CHECK(house.report(keys, 7) == "kiosk.replayed");
    CHECK(house.report(keys, 6) == "kiosk.replayed");
    CHECK(house.report(keys, 8) == "");
    // Nor is an old one taken by a hub that was started again.
    house.fleet->keep().value();
    house.fleet = hub::Fleet::open(house.disk, house.clock, house.random, house.site).value();
    house.api.emplace(house.disk, house.clock, house.site, *house.fleet);
    CHECK(house.report(keys, 8) == "kiosk.replayed");
    CHECK(house.report(keys, 9) == "");
    CHECK(house.fleet->kiosks().value()[0].report->skew == 2s);
}

TEST_CASE("A revoked screen is told so, and nobody else is", "[fleet]") {
    House house;
    const auto keys = sync::KioskKeys::make(house.random);
    REQUIRE(house.try_code(house.fleet->invite("一楼大厅", by).value(), keys) == "");
    const hub::PairedKiosks paired(*house.fleet);
    const std::string message = sync::sign_operation({}, keys.signing);
    CHECK(paired.vouches(1, message));
    CHECK_FALSE(paired.vouches(2, message));
    CHECK_FALSE(paired.vouches(1, message + "x"));
    CHECK(paired.count() == 1);
    {
        // By the command line, while the hub serves.
        auto other =
            store::HubDatabase::open(house.disk, store::hub_database_path(house.office.folder.root))
                .value();
        store::KioskRegistry(other).revoke(1, by).value();
    }
    CHECK(house.report(keys, 1) == "kiosk.revoked");
    CHECK_FALSE(paired.vouches(1, message));
    CHECK(paired.count() == 0);
    CHECK(house.report(sync::KioskKeys::make(house.random), 1) == "health.unknown-key");
    CHECK(house.in_words().find("revoked") != std::string::npos);
}

TEST_CASE("The list says which screens have confirmed what is published, and which are stale",
          "[fleet]") {
    House house;
    const auto first = sync::KioskKeys::make(house.random);
    const auto second = sync::KioskKeys::make(house.random);
    CHECK(house.in_words() == "No screen is paired yet: wenlan-hub kiosk pair\n");
    REQUIRE(house.try_code(house.fleet->invite("一楼大厅", by).value(), first) == "");
    REQUIRE(house.try_code(house.fleet->invite("二楼图书馆", by).value(), second) == "");
    CHECK(house.in_words() ==
          "1\t一楼大厅\tnever heard since it was paired\n"
          "2\t二楼图书馆\tnever heard since it was paired\n"
          "0 of 2 screens have confirmed version 1. Of 2 it is not known.\n");
    CHECK(house.report(first, 1, 1, 1) == "");
    CHECK(house.report(second, 1, 0, 2) == "");
    CHECK(house.in_words() ==
          "1\t一楼大厅\tshows version 1, the newest, heard 0 s ago, disk 12 GB free\n"
          "2\t二楼图书馆\tSTALE: shows no version of this hub, heard 0 s ago, disk 12 GB free\n"
          "1 of 2 screens have confirmed version 1. 1 shows something else.\n");
    house.clock.advance(4min);
    CHECK(house.report(first, 2, 1, 1) == "");
    CHECK(house.in_words() ==
          "1\t一楼大厅\tshows version 1, the newest, heard 0 s ago, disk 12 GB free\n"
          "2\t二楼图书馆\tSILENT: last heard 4 min ago, then it showed no version of this hub\n"
          "1 of 2 screens have confirmed version 1. Of 1 it is not known.\n");
}

TEST_CASE("Health and metrics tell of the screens", "[fleet]") {
    House house;
    const auto keys = sync::KioskKeys::make(house.random);
    REQUIRE(house.try_code(house.fleet->invite("大厅 \"正门\"", by).value(), keys) == "");
    CHECK(house.report(keys, 1) == "");
    house.clock.advance(20s);
    const auto health = nlohmann::json::parse(house.get("/healthz"));
    CHECK(health["status"] == "ok");
    CHECK(health["kiosks"]["newest"] == 1);
    const std::string metrics = house.get("/metrics");
    const std::string labels = "{kiosk=\"1\",name=\"大厅 \\\"正门\\\"\"} ";
    CHECK(metrics.find("wenlan_kiosks{standing=\"newest\"} 1\n") != std::string::npos);
    CHECK(metrics.find("wenlan_kiosk_shown_version" + labels + "1\n") != std::string::npos);
    CHECK(metrics.find("wenlan_kiosk_heard_seconds" + labels + "20\n") != std::string::npos);
    CHECK(metrics.find("wenlan_kiosk_clock_skew_seconds" + labels + "2\n") != std::string::npos);
}

TEST_CASE("What a hub answers is listed, and what it is sent is only sent", "[fleet]") {
    House house;
    std::string all;
    for (const hub::Route& route : hub::all_routes()) {
        all += std::string(route.method) + " " + std::string(route.path) + " " +
               std::string(hub::name_of(route.role)) + "\n";
    }
    CHECK(all.find("POST /api/v1/kiosk/pair public\n") != std::string::npos);
    CHECK(all.find("POST /api/v1/kiosk/health kiosk\n") != std::string::npos);
    CHECK(all.find("GET /site/manifest public\n") != std::string::npos);
    CHECK(house.send(sync::health_path, "", "GET").status == 405);
    CHECK(house.send(sync::health_path, "nonsense").status == 400);
    CHECK(house.send(sync::pair_confirm_path, "nonsense").status != 200);
    CHECK(house.send("/api/v1/kiosk/other", "").status == 404);
}
