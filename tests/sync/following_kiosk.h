// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "catch.h"
#include "store/checksum.h"
#include "sync/crash_disk.h"
#include "sync/edition.h"
#include "sync/follower.h"
#include "sync/publishing_town.h"

namespace wenlan::test {

// A screen that follows a town, on a disk of which anything may be lost.
struct FollowingKiosk {
    PublishingTown& town;
    SeededRandom random;
    CrashDisk disk;
    base::VirtualClock clock;
    store::DataFolder folder{"/data"};
    std::unique_ptr<sync::Follower> follower;
    std::int64_t shown_number = 0;
    std::int64_t durable_number = 0;  // shown when all had been done without a fault

    explicit FollowingKiosk(PublishingTown& followed, std::uint64_t seed = 1)
        : town(followed), random(seed), clock(followed.keys.now) {
        start();
        follower->learn(town.site.objects["root/1"]).value();
        disk.after_step = [this] { check(); };
    }
    void start() {
        follower =
            std::make_unique<sync::Follower>(disk, clock, random, town.site, folder, settings());
    }
    sync::FollowSettings settings() {
        sync::FollowSettings settings;
        settings.posters_of = [this](const std::filesystem::path& path) {
            return town.posters_of[sync::hash_of(disk.look(path).value_or(""))];
        };
        return settings;
    }
    // Lets the time pass until it asks again.
    bool ask() {
        clock.advance(follower->due_in());
        const bool other = follower->tick();
        if (error().empty()) durable_number = shown_number;
        return other;
    }
    // The machine starts again. A switch that was not finished may have been undone.
    void lose_power() {
        shown_number = durable_number;
        disk.power_comes_back(random);
        check();
        start();
    }
    std::string error() const {
        const auto error = follower->status().error;
        return error ? error->code : "";
    }
    std::string alarm() const {
        const auto alarm = follower->status().alarm;
        return alarm ? alarm->code : "";
    }
    std::string current() const {
        std::string name = disk.look(folder.current()).value_or("");
        return name.ends_with(".db\n") ? name.substr(0, name.size() - 4) : name;
    }
    bool has_poster(const sync::Hash& poster) const {
        return disk.look(folder.poster(poster.hex())).has_value();
    }
    std::optional<std::string> shown() const { return disk.look(folder.snapshot(current())); }

    // What any reader finds at any time: a whole programme that the centre signed under this
    // number, with all that belongs to it, and never an older one than before.
    void check() {
        check_posters();
        const std::string name = current();
        if (name.empty()) {
            REQUIRE(shown_number == 0);
            return;
        }
        const auto database = shown();
        REQUIRE(database.has_value());
        const auto known = town.signed_databases.find(sync::hash_of(*database));
        REQUIRE(known != town.signed_databases.end());
        REQUIRE(std::to_string(known->second) == name);
        REQUIRE(disk.look(folder.checksum(name)) == store::checksum_line(*database));
        REQUIRE(disk.look(folder.seats(name)).has_value());
        REQUIRE(known->second >= shown_number);
        shown_number = known->second;
    }
    // A picture that is there is the one that its name says.
    void check_posters() {
        for (const std::string& name : disk.list(folder.posters()).value()) {
            const auto poster = disk.look(folder.posters() / name);
            REQUIRE(sync::hash_of(*poster).hex() + ".jpg" == name);
        }
    }
};

}  // namespace wenlan::test
