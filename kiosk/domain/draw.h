// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "domain/sign_up.h"

namespace wenlan::domain {

// A hash of the seed and the sign-up's id. Who publishes the seed's hash before sign-up closes
// cannot choose among outcomes afterwards, and everyone can draw again.
using Lot = std::array<std::uint8_t, 32>;

struct Entrant {
    SignUpId id;
    int party = 1;
    Lot lot{};

    bool operator==(const Entrant&) const = default;
};

struct Drawn {
    std::vector<SignUpId> seated;   // by lot
    std::vector<SignUpId> waiting;  // by lot; they are the waiting list from then on

    bool operator==(const Drawn&) const = default;
};

// The parties in the order of their lots; each is seated whole if it still fits. The order in which
// the entrants are given makes no difference.
Drawn draw(std::vector<Entrant> entrants, int seats);

}  // namespace wenlan::domain
