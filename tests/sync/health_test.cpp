// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/health.h"

#include "catch.h"
#include "sync/crash_disk.h"
#include "sync/kiosk_keys.h"
#include "sync/seeded_random.h"
#include "sync/town_keys.h"

using namespace wenlan;

namespace {

sync::HealthReport report() {
    return {.kiosk = 3,
            .serial = 12,
            .sent = test::TownKeys().now,
            .shown = {2, 218},
            .newest_whole = false,
            .outbox = 4,
            .disk_free = 12'000'000'000,
            .running_s = 3600,
            .failures = 2,
            .error = "net.no-answer",
            .software = "0.1.0"};
}

}  // namespace

TEST_CASE("A report comes out of its signature as it went in", "[health]") {
    test::SeededRandom random(1);
    const auto key = sync::SigningKey::make(random);
    const std::string file = sync::sign_health(report(), key);
    CHECK(sync::kiosk_of_health(file).value() == 3);
    CHECK(sync::read_health(file, key.public_key()).value() == report());
}

TEST_CASE("A report of another's hand, or changed on the way, is refused", "[health]") {
    test::SeededRandom random(1);
    const auto key = sync::SigningKey::make(random);
    const auto other = sync::SigningKey::make(random);
    const std::string file = sync::sign_health(report(), key);
    CHECK(sync::read_health(file, other.public_key()).error().code == "health.unknown-key");
    for (int i = 0; i < 1000; ++i) {
        std::string changed = file;
        const std::size_t at = random.below(changed.size());
        changed[at] = static_cast<char>(changed[at] ^ (1 << random.below(8)));
        CHECK_FALSE(sync::read_health(changed, key.public_key()).ok());
    }
    CHECK(sync::read_health(std::string(5000, 'x'), key.public_key()).error().code ==
          "health.too-large");
}

TEST_CASE("What a report says of errors and software is plain words", "[health]") {
    test::SeededRandom random(1);
    const auto key = sync::SigningKey::make(random);
    auto bad = report();
    bad.error = "<b>\"";
    CHECK(sync::read_health(sync::sign_health(bad, key), key.public_key()).error().code ==
          "health.malformed");
    bad = report();
    bad.software = "0.1\n0";
    CHECK(sync::read_health(sync::sign_health(bad, key), key.public_key()).error().code ==
          "health.malformed");
}

TEST_CASE("A screen's keys and who it is stay on its disk", "[health]") {
    test::CrashDisk disk;
    test::SeededRandom random(1);
    const store::DataFolder folder{"/data"};
    sync::KioskKeyRing ring(disk, folder);
    CHECK_FALSE(ring.paired().value().has_value());
    const auto key = ring.keys(random).value().signing.public_key();
    CHECK(ring.keys(random).value().signing.public_key() == key);
    const sync::PairedKiosk paired{test::TownKeys().centre, 7, "二楼图书馆", {2, {}}};
    ring.keep(paired).value();
    CHECK(ring.paired().value() == paired);
    disk.replace("/data/sync/kiosk.key", "damaged").value();
    CHECK(ring.keys(random).error().code == "keys.broken");
}
