// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/waiting_list.h"
#include "sim/checkers/checkers.h"

// Once faults stop everything comes to its end: outboxes are empty, kiosks know what the hub knows,
// holds and unused rights are back, nobody waits for seats that are free.
namespace wenlan::sim {

namespace {

std::string at_kiosks(const Facts& facts) {
    for (const auto& [number, kiosk] : *facts.kiosks) {
        const std::string where = "kiosk " + std::to_string(number);
        if (!kiosk.pending.empty()) {
            return where + " still has " + std::to_string(kiosk.pending.size()) + " to send";
        }
        for (const auto& [id, status] : kiosk.taken) {
            const auto row = facts.hub->rows.find(id);
            if (row == facts.hub->rows.end()) continue;
            if (status.state != row->second.state) {
                return where + " says that " + short_id(id) + " is " +
                       std::string(domain::name_of(status.state)) + ", the hub " +
                       std::string(domain::name_of(row->second.state));
            }
        }
    }
    return {};
}

std::string at_hub(const Facts& facts, const domain::OccasionId& id,
                   const HubPicture::Occasion& occasion) {
    const std::string where = "occasion " + std::to_string(id.value) + ": ";
    if (occasion.held > 0) return where + "seats are held for nobody";
    if (occasion.rights_out > 0) return where + "seats are set aside for nobody";
    const auto known = facts.programme->find(id);
    const bool over =
        known == facts.programme->end() || facts.now >= domain::told_until(known->second.start);
    const auto& book = occasion.book;
    if (book.rules.by_lot) return {};
    for (const auto& [row_id, row] : facts.hub->rows) {
        if (row.occasion != id || row.state != domain::SignUpState::waitlisted) continue;
        if (over) return where + short_id(row_id) + " waits for what will not come";
        if (domain::seats_for(book.seats, row.party, domain::channel_of(row.source))) {
            return where + short_id(row_id) + " waits while there are seats";
        }
    }
    return {};
}

}  // namespace

std::string not_drained(const Facts& facts) {
    if (!facts.at_end || facts.hub == nullptr) return {};
    for (const auto& [id, row] : facts.hub->rows) {
        const auto known = facts.programme->find(row.occasion);
        const bool off = known != facts.programme->end() &&
                         known->second.state == domain::OccasionState::cancelled;
        const bool came = row.state == domain::SignUpState::checked_in;
        if (off && !came && domain::live(row.state)) {
            return short_id(id) + " stands, and the occasion is called off";
        }
        if (row.state == domain::SignUpState::requested) {
            return short_id(id) + " was never answered";
        }
    }
    std::string what = at_kiosks(facts);
    for (const auto& [id, occasion] : facts.hub->occasions) {
        if (what.empty()) what = at_hub(facts, id, occasion);
    }
    return what;
}

}  // namespace wenlan::sim
