// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/draw.h"

#include <algorithm>
#include <tuple>

namespace wenlan::domain {

Drawn draw(std::vector<Entrant> entrants, int seats) {
    std::sort(entrants.begin(), entrants.end(), [](const Entrant& a, const Entrant& b) {
        return std::tie(a.lot, a.id) < std::tie(b.lot, b.id);
    });
    Drawn drawn;
    for (const Entrant& entrant : entrants) {
        if (entrant.party <= seats) {
            seats -= entrant.party;
            drawn.seated.push_back(entrant.id);
        } else {
            drawn.waiting.push_back(entrant.id);
        }
    }
    return drawn;
}

}  // namespace wenlan::domain
