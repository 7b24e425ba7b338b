// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/kiosk_registry.h"

#include <array>

#include "catch.h"
#include "store/folder.h"
#include "store/town.h"

using namespace wenlan;
using namespace std::chrono_literals;

namespace {

const base::Instant now = test::at("2026-11-22T14:20");
const store::By by{"command line", now};

struct Office {
    test::Folder root;
    base::PosixDisk disk;
    store::HubDatabase hub =
        store::HubDatabase::open(disk, store::hub_database_path(root.path())).value();
    store::KioskRegistry registry{hub};

    store::KioskRow pair(const std::string& name, char key) {
        registry.invite({"K7M2QX", name, now + 10min, 0}, by).value();
        return registry.enter({std::string(64, key), std::string(64, key), "0.1.0"}, by).value();
    }
};

}  // namespace

TEST_CASE("A screen is entered by the code that is open, which is then closed", "[kiosks]") {
    Office office;
    CHECK(
        office.registry.enter({std::string(64, 'a'), std::string(64, 'a'), ""}, by).error().code ==
        "kiosk.no-invitation");
    CHECK(office.pair("一楼大厅", 'a').number == 1);
    CHECK_FALSE(office.registry.invitation().value().has_value());
    CHECK(office.pair("二楼图书馆", 'b').number == 2);
    office.registry.invite({"K7M2QX", "又一块", now + 10min, 0}, by).value();
    CHECK(
        office.registry.enter({std::string(64, 'b'), std::string(64, 'c'), ""}, by).error().code ==
        "kiosk.known");
    const auto all = office.registry.all().value();
    REQUIRE(all.size() == 2);
    CHECK(all[0].name == "一楼大厅");
    CHECK(all[1].signing_key == std::string(64, 'b'));
    CHECK_FALSE(all[0].report.has_value());
}

TEST_CASE("A new code takes the place of the old one, and wrong tries are counted on the disk",
          "[kiosks]") {
    Office office;
    office.registry.invite({"K7M2QX", "一楼大厅", now + 10min, 0}, by).value();
    office.registry.count_wrong().value();
    office.registry.count_wrong().value();
    store::HubDatabase again =
        store::HubDatabase::open(office.disk, store::hub_database_path(office.root.path())).value();
    CHECK(store::KioskRegistry(again).invitation().value()->wrong == 2);
    office.registry.invite({"222222", "一楼大厅", now + 20min, 0}, by).value();
    const auto open = office.registry.invitation().value();
    CHECK(open->code == "222222");
    CHECK(open->wrong == 0);
    CHECK(office.registry.invite({"222222", "", now, 0}, by).error().code == "kiosk.bad-name");
}

TEST_CASE("Whatever is decided about a screen is in the log, and no code is", "[kiosks]") {
    Office office;
    office.pair("一楼大厅", 'a');
    office.registry.rename(1, "正门", by).value();
    office.registry.revoke(1, by).value();
    office.registry.revoke(1, by).value();
    CHECK(office.registry.rename(9, "x", by).error().code == "kiosk.none");
    CHECK(office.registry.revoke(9, by).error().code == "kiosk.none");
    const auto kiosk = office.registry.find(1).value();
    REQUIRE(kiosk.has_value());
    CHECK(kiosk->name == "正门");
    CHECK(kiosk->revoked == now);
    store::Audit audit(office.hub);
    std::vector<std::string> kinds;
    for (const auto& entry : audit.newest(10).value()) {
        kinds.push_back(entry.kind);
        CHECK((entry.before + entry.after).find("K7M2QX") == std::string::npos);
    }
    CHECK(kinds == std::vector<std::string>{"kiosk.revoked", "kiosk.renamed", "kiosk.paired",
                                            "kiosk.invited"});
    audit.verify().value();
}

TEST_CASE("Of a screen's reports the newest is kept, whatever the order they come in", "[kiosks]") {
    Office office;
    office.pair("一楼大厅", 'a');
    store::KioskReport report{.serial = 5,
                              .heard = now,
                              .skew = -3s,
                              .epoch = 1,
                              .version = 218,
                              .newest_whole = true,
                              .outbox = 2,
                              .disk_free = 12'000'000'000,
                              .running_s = 60,
                              .failures = 1,
                              .error = "net.slow",
                              .software = "0.1.0"};
    const auto keep = [&](const store::KioskReport& one) {
        const std::array heard{store::KioskRegistry::Heard{1, one}};
        office.registry.keep(heard).value();
    };
    keep(report);
    CHECK(office.registry.find(1).value()->report == report);
    auto older = report;
    older.serial = 4;
    older.version = 217;
    keep(older);
    CHECK(office.registry.find(1).value()->report == report);
}
