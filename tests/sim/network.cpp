// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world.h"
#include "sync/sign_ups/submission.h"

// What happens between kiosks and the hub.
namespace wenlan::sim {

using namespace std::chrono_literals;

base::Result<std::string> World::Line::ask(std::string_view path, const std::string& body,
                                           base::Duration limit) {
    World& world = world_;
    const base::Error silent{"net.no-answer", "The other side does not answer."};
    SimKiosk& kiosk = *world.kiosks_[static_cast<std::size_t>(kiosk_ - 1)];
    kiosk.touched = true;
    if (!world.faults_) return world.at_hub(kiosk_, path, body);
    if (kiosk.cut_off) {
        world.clock_.advance(std::min<base::Duration>(limit, 50ms));
        return silent;
    }
    world.clock_.advance(base::Duration{1 + static_cast<int>(world.random_.below(200))});
    const FaultRates& rates = world.rates_;
    if (world.chance(rates.lost_request)) {
        world.clock_.advance(limit);
        return silent;
    }
    if (world.chance(rates.delayed)) {
        world.in_flight_.push_back({kiosk_, std::string(path), body});
        world.clock_.advance(limit);
        return silent;
    }
    auto answer = world.at_hub(kiosk_, path, body);
    if (world.chance(rates.repeated)) {
        auto again = world.at_hub(kiosk_, path, body);
        if (again && world.chance(50)) answer = std::move(again);
    }
    if (world.chance(rates.lost_reply)) {
        world.clock_.advance(limit);
        return silent;
    }
    return answer;
}

// What was on its way arrives in any order; nobody waits for its answer any more.
void World::deliver_late() {
    if (in_flight_.empty()) return;
    const std::size_t which = random_.below(in_flight_.size());
    const InFlight late = in_flight_[which];
    in_flight_.erase(in_flight_.begin() + static_cast<std::ptrdiff_t>(which));
    say("something late arrives from kiosk " + std::to_string(late.kiosk));
    (void)at_hub(late.kiosk, late.path, late.body).ok();
}

base::Result<std::string> World::at_hub(int kiosk, std::string_view path, const std::string& body) {
    if (path == sync::submit_path) note_submission(body);
    auto answer = hub_->handle(path, body, kiosk);
    if (answer && path == sync::submit_path) note_reply(answer.value(), kiosk);
    return answer;
}

void World::note_submission(const std::string& body) {
    const auto submission = sync::read_submission(body);
    if (!submission) return;
    for (const std::string& message : submission.value().operations) {
        const auto operation = sync::read_operation(message);
        if (!operation) continue;
        Seen seen;
        seen.kind = operation.value().kind;
        seen.sign_up = operation.value().sign_up;
        seen.party = operation.value().party;
        ledger_.seen.try_emplace(operation.value().id, seen);
    }
}

// The same operation has the same answer each time.
void World::note_reply(const std::string& answer, int kiosk) {
    const auto reply = sync::read_unsigned_reply(answer);
    if (!reply || reply.value().kiosk != kiosk) {
        ledger_.violate("answers: the hub's answer cannot be read");
        return;
    }
    for (const sync::Receipt& receipt : reply.value().receipts) {
        const auto seen = ledger_.seen.find(receipt.id);
        if (seen == ledger_.seen.end()) continue;
        say("receipt for " + short_id(receipt.status.id) + ": verdict " +
            std::to_string(static_cast<int>(receipt.verdict)) + ", " +
            std::string(domain::name_of(receipt.status.state)));
        if (receipt.verdict == sync::Verdict::quarantined) {
            ledger_.violate("answers: bytes that a kiosk sent before are not the same");
        }
        if (seen->second.verdict && *seen->second.verdict != receipt.verdict) {
            ledger_.violate("answers: one operation was answered in two ways");
        }
        seen->second.verdict = receipt.verdict;
    }
}

}  // namespace wenlan::sim
