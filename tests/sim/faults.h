// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seeded_random.h"

namespace wenlan::sim {

// How often what goes wrong, in percent, drawn anew for each seed: what hardly ever meets at fixed
// rates meets somewhere.
struct FaultRates {
    int lost_request = 0;
    int lost_reply = 0;
    int repeated = 0;
    int delayed = 0;
    int partition = 0;    // begins, a step
    int kiosk_power = 0;  // goes, a step
    int hub_power = 0;
    int full_disk = 0;
    int clock_jump = 0;
    int stick = 0;    // carried instead of the network
    int spoiled = 0;  // a message that nobody can read, in an outbox

    static FaultRates draw(test::SeededRandom& random) {
        const auto rate = [&random](int most) {
            return random.chance(40)
                       ? 0
                       : static_cast<int>(random.below(static_cast<std::size_t>(most) + 1));
        };
        FaultRates rates;
        rates.lost_request = rate(40);
        rates.lost_reply = rate(40);
        rates.repeated = rate(40);
        rates.delayed = rate(30);
        rates.partition = rate(10);
        rates.kiosk_power = rate(8);
        rates.hub_power = rate(8);
        rates.full_disk = rate(4);
        rates.clock_jump = rate(6);
        rates.stick = rate(20);
        rates.spoiled = random.chance(85) ? 0 : 2;
        return rates;
    }
};

}  // namespace wenlan::sim
