// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world.h"

// What residents and staff do.
namespace wenlan::sim {

using namespace std::chrono_literals;
using model::ChangeOutcome;
using model::SignUpStamp;

namespace {

domain::Form form_of(bool phone) {
    domain::Form form;
    form.questions.resize(phone ? 3 : 2);
    form.questions[0].kind = domain::QuestionKind::name;
    form.questions[1].kind = domain::QuestionKind::party;
    if (phone) form.questions[2].kind = domain::QuestionKind::phone;
    return form;
}

const char* name_of(SignUpStamp stamp) {
    constexpr const char* names[] = {"nothing", "kept", "stored", "waiting", "declined"};
    return names[static_cast<std::size_t>(stamp)];
}

}  // namespace

void World::act() {
    SimKiosk& kiosk = any_kiosk();
    if (!kiosk.running() || kiosk.disk.dead() || kiosk.stolen) return;
    if (chance(rates_.stick)) return carry(kiosk);
    const std::size_t what = random_.below(100);
    if (what < 50) return sign_up(kiosk);
    if (what < 75) return change(kiosk);
    if (what < 82) return look_up(kiosk);
    if (what < 90) return hold(kiosk);
    staff();
}

station::SignUpRequest World::request_for(const domain::Occasion& occasion) {
    station::SignUpRequest request;
    request.listing = occasion.listing;
    request.occasion = occasion.id;
    const bool phone = chance(70);
    request.form = form_of(phone);
    request.answers.answers.resize(request.form.questions.size());
    request.answers.answers[0].kind = domain::QuestionKind::name;
    request.answers.answers[0].text = "王阿姨";
    request.answers.answers[1].kind = domain::QuestionKind::party;
    request.answers.answers[1].number = 1 + static_cast<int>(random_.below(chance(70) ? 3 : 6));
    if (phone) {
        request.answers.answers[2].kind = domain::QuestionKind::phone;
        request.answers.answers[2].text = "1385760" + std::to_string(1000 + random_.below(9000));
    }
    request.source = static_cast<domain::Source>(chance(80) ? 0 : random_.below(3));
    request.walking_in = request.source == domain::Source::screen && chance(15);
    request.seats_counted = occasion.capacity > 0;
    request.free_known = static_cast<int>(random_.below(6));
    request.ends = occasion.end;
    if (!holds_.empty() && chance(60)) {
        request.hold = holds_.back();
        holds_.pop_back();
    }
    return request;
}

void World::sign_up(SimKiosk& kiosk) {
    const domain::Occasion& occasion = any_occasion();
    const station::SignUpRequest request = request_for(occasion);
    const auto outcome = kiosk.sign_ups().take(request);
    // A machine that went dark said nothing that anybody saw.
    if (kiosk.disk.dead()) {
        ++ledger_.unsure;
        say("kiosk " + std::to_string(kiosk.number) + " goes dark under a sign-up");
        return;
    }
    say("kiosk " + std::to_string(kiosk.number) + ": " +
        std::to_string(request.answers.answers[1].number) + " for occasion " +
        std::to_string(occasion.id.value) + " -> " + name_of(outcome.stamp) +
        (outcome.provisional ? " (offline) " : " ") + short_id(outcome.id));
    if (outcome.failure) return;
    if (outcome.stamp == SignUpStamp::none) {
        ledger_.violate("residents: nothing was taken and no reason given");
        return;
    }
    Told told;
    told.id = outcome.id;
    told.occasion = occasion.id;
    told.kiosk = kiosk.number;
    told.party = outcome.party;
    told.code = outcome.code;
    if (request.answers.answers.size() == 3) told.tail = request.answers.answers[2].text.substr(7);
    told.kept = outcome.stamp == SignUpStamp::kept;
    ledger_.told.emplace(told.id, told);
}

void World::change(SimKiosk& kiosk) {
    if (ledger_.told.empty()) return;
    auto at = ledger_.told.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(random_.below(ledger_.told.size())));
    Told& told = at->second;
    const station::SignUps::Proof proof{told.id, told.occasion, told.code, told.tail};
    ChangeOutcome outcome;
    const std::size_t what = random_.below(10);
    const char* name = "check in";
    if (what < 4) {
        name = "cancel";
        told.changed = true;
        outcome = kiosk.sign_ups().cancel(proof);
        if (chance(40) && !kiosk.disk.dead()) {
            name = "cancel, undo";
            outcome = kiosk.sign_ups().undo(proof);
        }
    } else if (what < 6) {
        name = "shrink";
        outcome = kiosk.sign_ups().shrink(proof, 1 + static_cast<int>(random_.below(3)));
    } else {
        outcome = kiosk.sign_ups().check_in(proof, 1 + static_cast<int>(random_.below(2)));
    }
    say("kiosk " + std::to_string(kiosk.number) + ": " + name + " " + short_id(told.id) + " -> " +
        std::to_string(static_cast<int>(outcome.did)));
}

void World::look_up(SimKiosk& kiosk) {
    if (ledger_.told.empty()) return;
    auto at = ledger_.told.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(random_.below(ledger_.told.size())));
    const Told& told = at->second;
    const bool wrong = chance(15) && !told.tail.empty();
    const auto found = kiosk.sign_ups().look_up(told.code, wrong ? "0000" : told.tail);
    if (kiosk.disk.dead() || found.failure || found.locked) return;
    if (wrong && found.found && told.tail != "0000") {
        ledger_.violate("look-up: a wrong number found something");
    }
    // Where it was made it is found at any time.
    if (!wrong && !found.found && told.kiosk == kiosk.number) {
        ledger_.violate("look-up: " + short_id(told.id) + " is not found where it was made");
    }
    if (!wrong && found.found && found.found->id != told.id) {
        ledger_.violate("look-up: somebody else's sign-up was found");
    }
}

void World::hold(SimKiosk& kiosk) {
    const domain::Occasion& occasion = any_occasion();
    sync::HoldId id;
    random_.fill(id.bytes);
    const int seats = 1 + static_cast<int>(random_.below(4));
    const auto held = kiosk.sign_ups().hold(id, occasion.id, seats);
    if (!held || held->seats == 0) return;
    say("kiosk " + std::to_string(kiosk.number) + " holds " + std::to_string(held->seats));
    if (chance(70)) {
        holds_.push_back(id);  // for whoever fills the sheet
    } else if (chance(50)) {
        (void)kiosk.sign_ups().hold(id, occasion.id, 0);
    }
}

// A stick goes to the office and comes back, in its own time and perhaps never.
void World::carry(SimKiosk& kiosk) {
    for (auto stick = sticks_.begin(); stick != sticks_.end(); ++stick) {
        if (stick->kiosk != kiosk.number) continue;
        if (!stick->answered) {
            const auto answer = at_hub(kiosk.number, sync::submit_path, stick->bytes);
            if (!answer) return;
            stick->bytes = answer.value();
            stick->answered = true;
            return;
        }
        say("a stick comes back to kiosk " + std::to_string(kiosk.number));
        (void)kiosk.delivery().take_reply(stick->bytes).ok();
        if (chance(50)) sticks_.erase(stick);
        return;
    }
    const auto out = kiosk.delivery().carried_out();
    if (out) sticks_.push_back({kiosk.number, false, out.value().front()});
}

void World::staff() {
    if (!hub_->running() || hub_->disk.dead()) return;
    auto at = hub_->programme.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(random_.below(hub_->programme.size())));
    domain::Occasion& occasion = at->second;
    const std::size_t what = random_.below(20);
    if (what < 6 && occasion.capacity > 0) {
        occasion.capacity += 1 + static_cast<int>(random_.below(3));
        say("occasion " + std::to_string(occasion.id.value) + " gets more seats");
    } else if (what == 6) {
        occasion.state = domain::OccasionState::cancelled;
        say("occasion " + std::to_string(occasion.id.value) + " is called off");
    } else if (what == 7) {
        (void)hub_->rotate_seal_key().ok();
        say("the hub has a new key");
    } else if (what == 8 && kiosks_.size() > 2 && clock_.uptime() > 1h) {
        SimKiosk& kiosk = *kiosks_.back();
        if (kiosk.stolen) return;
        kiosk.stolen = true;
        say("kiosk " + std::to_string(kiosk.number) + " is stolen and written off");
        for (auto& [id, told] : ledger_.told) {
            if (told.kiosk == kiosk.number) told.kiosk_lost = true;
        }
        while (!hub_->write_off(kiosk.number)) {
            if (hub_->disk.dead()) hub_->recover();
        }
    }
    (void)hub_->take_occasions().ok();
}

}  // namespace wenlan::sim
