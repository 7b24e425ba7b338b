// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/checkers/checkers.h"

namespace wenlan::sim {

std::string Versions::check(const Facts& facts) {
    if (facts.hub != nullptr) {
        for (const auto& [id, row] : facts.hub->rows) {
            const Said now{row.state, row.party, row.present};
            const auto [at, fresh] = said_.try_emplace({id, row.version}, now);
            const Said& then = at->second;
            if (!fresh && (then.state != now.state || then.party != now.party ||
                           then.present != now.present)) {
                return short_id(id) + " changed and its version " + std::to_string(row.version) +
                       " did not";
            }
            if (facts.hub_before == nullptr) continue;
            const auto before = facts.hub_before->rows.find(id);
            if (before != facts.hub_before->rows.end() && before->second.version > row.version) {
                return short_id(id) + " went back to an older version";
            }
        }
    }
    for (const auto& [number, kiosk] : *facts.kiosks) {
        for (const auto& [id, status] : kiosk.taken) {
            std::int64_t& known = known_[{number, id}];
            if (status.version < known) {
                return "kiosk " + std::to_string(number) + " believes an older word of " +
                       short_id(id);
            }
            known = status.version;
        }
    }
    return {};
}

}  // namespace wenlan::sim
