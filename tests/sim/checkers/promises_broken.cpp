// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/checkers/checkers.h"

// Whose seats were said to be kept has them, until the person gives them up, nobody comes, or the
// occasion is called off.
namespace wenlan::sim {

std::string promises_broken(const Facts& facts) {
    if (facts.hub == nullptr) return {};
    for (const auto& [id, told] : facts.ledger->told) {
        const auto row = facts.hub->rows.find(id);
        if (row == facts.hub->rows.end() || !told.kept || told.changed || told.kiosk_lost) continue;
        using enum domain::SignUpState;
        const domain::SignUpState state = row->second.state;
        const bool off = row->second.why == domain::Why::called_off;
        if (domain::holds_seats(state) || state == no_show || off) continue;
        return short_id(id) + " was told 已留座位 and is " + std::string(domain::name_of(state)) +
               " (" + std::string(domain::name_of(row->second.why)) + ")";
    }
    return {};
}

}  // namespace wenlan::sim
