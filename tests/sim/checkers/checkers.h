// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "base/time.h"
#include "domain/listing.h"
#include "sim/ledger.h"

namespace wenlan::sim {

// What can be seen after a step. A machine that is dark shows nothing.
struct Facts {
    const HubPicture* hub = nullptr;
    const HubPicture* hub_before = nullptr;
    const std::map<int, KioskPicture>* kiosks = nullptr;
    const std::map<domain::OccasionId, domain::Occasion>* programme = nullptr;
    const Ledger* ledger = nullptr;
    base::Instant now{};
    base::Instant hub_seen{};  // when the hub was last seen before: what changed, changed since
    bool at_end = false;       // faults have stopped and everything had time to drain
};

// Each looks for one kind of harm and says in a sentence what it found; nothing where all is well.
// One file each.
std::string oversold(const Facts& facts);
std::string effects_twice(const Facts& facts);
std::string lost(const Facts& facts);
std::string promises_broken(const Facts& facts);
std::string unfair(const Facts& facts);
std::string not_drained(const Facts& facts);

// What the hub said of each version of a sign-up: versions only grow, one version is one thing, and
// no kiosk knows another.
class Versions {
public:
    std::string check(const Facts& facts);

private:
    struct Said {
        domain::SignUpState state;
        int party;
        int present;
    };
    std::map<std::pair<domain::SignUpId, std::int64_t>, Said> said_;
    std::map<std::pair<int, domain::SignUpId>, std::int64_t> known_;
};

struct Checkers {
    Versions versions;

    // The first that objects: "name: sentence".
    std::string check(const Facts& facts);
};

// For the sentences.
inline std::string short_id(const domain::SignUpId& id) { return id.hex().substr(0, 8); }

}  // namespace wenlan::sim
