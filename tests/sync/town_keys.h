// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "base/time.h"
#include "sync/avail.h"
#include "sync/manifest.h"
#include "sync/root.h"
#include "sync/seeded_random.h"

namespace wenlan::test {

// A centre with its keys, and what it would sign at a quarter past two.
struct TownKeys {
    SeededRandom random;
    sync::CentreId centre = sync::CentreId::make(random);
    sync::SigningKey offline = sync::SigningKey::make(random);
    sync::SigningKey online = sync::SigningKey::make(random);
    base::Instant now = base::parse_iso8601("2026-11-22T14:15", base::Zone::shanghai()).value();

    explicit TownKeys(std::uint64_t seed = 1) : random(seed) {}

    sync::Root root() const {
        using namespace std::chrono_literals;
        sync::Root root;
        root.centre = centre;
        root.issued = now;
        root.expires = now + 24h * 365;
        root.offline = {offline.public_key()};
        root.online = {online.public_key()};
        return root;
    }
    std::string signed_root(const sync::Root& root) const {
        const sync::SigningKey* const keys[] = {&offline};
        return sync::sign_root(root, keys);
    }
    sync::Manifest manifest(std::int64_t version) const {
        using namespace std::chrono_literals;
        sync::Manifest manifest;
        manifest.centre = centre;
        manifest.edition = {1, version};
        manifest.issued = now;
        manifest.expires = now + 24h * 7;
        manifest.database = {sync::hash_of("database " + std::to_string(version)), 18};
        manifest.snap = {sync::hash_of("snap " + std::to_string(version)), 9};
        manifest.patches = {{sync::hash_of("a"), {sync::hash_of("b"), 5}},
                            {sync::hash_of("c"), {sync::hash_of("d"), 6}}};
        manifest.avail_serial = 3;
        manifest.previous = sync::hash_of("before");
        return manifest;
    }
    sync::Avail avail(const sync::SignedManifest& of) const {
        using namespace std::chrono_literals;
        sync::Avail avail;
        avail.centre = centre;
        avail.edition = of.manifest.edition;
        avail.manifest = of.hash;
        avail.serial = 4;
        avail.issued = now;
        avail.expires = now + 1h;
        avail.seats.taken = {{domain::OccasionId{3}, 12}, {domain::OccasionId{7}, 0}};
        return avail;
    }
};

}  // namespace wenlan::test
