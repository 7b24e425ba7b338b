// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/checkers/checkers.h"

// One effect for each operation: of a party that comes in parts as many are present as were checked
// in, however often that was sent.
namespace wenlan::sim {

std::string effects_twice(const Facts& facts) {
    if (facts.hub == nullptr) return {};
    std::map<domain::SignUpId, int> sure;
    std::map<domain::SignUpId, int> at_most;
    for (const auto& [id, seen] : facts.ledger->seen) {
        if (seen.kind != sync::OperationKind::check_in) continue;
        if (!seen.verdict || *seen.verdict == sync::Verdict::done)
            at_most[seen.sign_up] += seen.party;
        if (seen.verdict && *seen.verdict == sync::Verdict::done) sure[seen.sign_up] += seen.party;
    }
    for (const auto& [id, row] : facts.hub->rows) {
        if (row.state != domain::SignUpState::checked_in) continue;
        const auto known = at_most.find(id);
        const int most = known == at_most.end() ? 0 : known->second;
        // Who walked in is counted present without a word when no-shows are let go.
        const bool walked_in = most == 0 && row.present == row.party;
        if (row.present > most && !walked_in) {
            return std::to_string(row.present) + " are present, " + std::to_string(most) +
                   " were checked in";
        }
        if (row.present < sure[id]) return "somebody who was checked in is not present";
        if (row.present > row.party) return "more are present than signed up";
    }
    return {};
}

}  // namespace wenlan::sim
