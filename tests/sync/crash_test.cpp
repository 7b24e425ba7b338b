// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "sync/following_kiosk.h"

// Whatever fails, and whenever: what FollowingKiosk::check() demands holds after every step.

using namespace wenlan;
using test::CrashDisk;
using test::FollowingKiosk;
using test::PublishingTown;

namespace {

// Goes on in good weather until the newest programme is shown.
void settle(FollowingKiosk& kiosk, PublishingTown& town) {
    kiosk.disk.mend();
    town.site.fault = nullptr;
    town.site.tamper = nullptr;
    kiosk.clock.advance(std::chrono::minutes{11});
    for (int i = 0; i < 3; ++i) kiosk.ask();
    REQUIRE(kiosk.shown() == town.databases.back());
    for (const sync::Hash& poster : sync::poster_objects(town.posters)) {
        REQUIRE(kiosk.has_poster(poster));
    }
    REQUIRE(kiosk.error().empty());
}

}  // namespace

TEST_CASE("At whichever step the power goes, a whole programme is shown and the newest comes",
          "[follow][crash]") {
    int steps = 0;
    {
        PublishingTown town;
        FollowingKiosk kiosk(town);
        town.publish();
        kiosk.ask();
        town.add_poster();
        town.publish();
        const int before = kiosk.disk.steps();
        kiosk.ask();
        steps = kiosk.disk.steps() - before;
    }
    REQUIRE(steps > 20);
    for (int step = 1; step <= steps; ++step) {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            CAPTURE(step, seed);
            PublishingTown town;
            FollowingKiosk kiosk(town, seed);
            town.publish();
            kiosk.ask();
            town.add_poster();
            town.publish();
            kiosk.disk.fail_at(step, CrashDisk::Fault::power_cut);
            bool cut = false;
            try {
                kiosk.ask();
            } catch (const test::PowerCut&) {
                cut = true;
            }
            REQUIRE(cut);
            kiosk.lose_power();
            settle(kiosk, town);
        }
    }
}

TEST_CASE("At whichever step the disk fills up or fails, nothing is lost", "[follow][crash]") {
    const auto fault = GENERATE(CrashDisk::Fault::full, CrashDisk::Fault::failing);
    for (int step = 1; step <= 60; ++step) {
        CAPTURE(step);
        PublishingTown town;
        FollowingKiosk kiosk(town);
        town.publish();
        kiosk.ask();
        town.add_poster();
        town.publish();
        kiosk.disk.fail_at(step, fault);
        kiosk.ask();
        kiosk.check();
        if (step % 2 == 0) kiosk.start();
        settle(kiosk, town);
    }
}

TEST_CASE("Seeded weather: cuts, losses, damage and new programmes in any order",
          "[follow][crash]") {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        CAPTURE(seed);
        PublishingTown town(seed);
        FollowingKiosk kiosk(town, seed);
        test::SeededRandom& random = kiosk.random;
        const int cut_percent = static_cast<int>(random.below(40));
        const int net_percent = static_cast<int>(random.below(40));
        const int tamper_percent = static_cast<int>(random.below(20));
        town.site.fault = [&](const net::Fetch&) -> std::optional<base::Error> {
            if (!random.chance(net_percent)) return std::nullopt;
            return base::Error{"net.no-answer", "The other side does not answer."};
        };
        town.site.tamper = [&](const net::Fetch&, std::string& bytes) {
            if (bytes.empty() || !random.chance(tamper_percent)) return;
            if (random.chance(50)) {
                bytes.resize(random.below(bytes.size()));
            } else {
                bytes[random.below(bytes.size())] ^= 1;
            }
        };
        for (int round = 0; round < 40; ++round) {
            if (random.chance(10)) town.add_poster(1 + random.below(9000));
            if (random.chance(30)) town.publish();
            if (random.chance(5)) town.rotate(random.chance(50));
            if (random.chance(10)) kiosk.start();
            if (random.chance(cut_percent)) {
                const auto kind = static_cast<CrashDisk::Fault>(1 + random.below(3));
                kiosk.disk.fail_at(1 + static_cast<int>(random.below(40)), kind);
            }
            try {
                kiosk.ask();
            } catch (const test::PowerCut&) {
                kiosk.lose_power();
            }
            if (random.chance(30)) kiosk.disk.mend();
        }
        // With all the pictures and keys that came since.
        town.publish();
        settle(kiosk, town);
    }
}
