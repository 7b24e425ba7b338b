// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/checkers/checkers.h"

// What a screen said it had taken is at the hub or still waits in the kiosk's outbox, at every
// moment; and nothing is at the hub that nobody was told of.
namespace wenlan::sim {

std::string lost(const Facts& facts) {
    if (facts.hub == nullptr) return {};
    for (const auto& [id, told] : facts.ledger->told) {
        if (told.kiosk_lost || facts.hub->rows.contains(id)) continue;
        const auto kiosk = facts.kiosks->find(told.kiosk);
        if (kiosk == facts.kiosks->end()) continue;  // dark
        domain::OperationId operation;
        operation.bytes = id.bytes;
        if (!kiosk->second.pending.contains(operation)) {
            return short_id(id) + " was taken, and is neither at kiosk " +
                   std::to_string(told.kiosk) + " nor at the hub";
        }
    }
    int unknown = 0;
    for (const auto& [id, row] : facts.hub->rows) {
        if (!facts.ledger->told.contains(id)) ++unknown;
    }
    if (unknown > facts.ledger->unsure) {
        return "the hub has " + std::to_string(unknown) + " sign-ups of which nobody was told, " +
               "and only " + std::to_string(facts.ledger->unsure) +
               " can be of machines that went dark";
    }
    if (facts.hub_before != nullptr) {
        for (const auto& [id, row] : facts.hub_before->rows) {
            if (!facts.hub->rows.contains(id)) return short_id(id) + " is gone from the hub";
        }
    }
    return {};
}

}  // namespace wenlan::sim
