// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/world.h"

#include <cstdio>

#include "sim/sim_vfs.h"

namespace wenlan::sim {

namespace {

using namespace std::chrono_literals;

const base::Instant opening_time =
    base::parse_iso8601("2026-11-22T09:00", base::Zone::shanghai()).value();

}  // namespace

World::World(const WorldOptions& options)
    : options_(options), random_(options.seed), clock_(opening_time) {
    build();
}

World::~World() {
    for (auto& kiosk : kiosks_) kiosk->stop();
    hub_->stop();
    set_disks({});
}

void World::say(const std::string& line) const {
    if (!options_.trace) return;
    const auto since = std::chrono::duration_cast<std::chrono::seconds>(clock_.uptime()).count();
    std::printf("%4d %02d:%02d:%02d  %s\n", steps_done_, static_cast<int>(since / 3600),
                static_cast<int>(since / 60 % 60), static_cast<int>(since % 60), line.c_str());
}

void World::build() {
    rates_ = FaultRates::draw(random_);
    hub_ = std::make_unique<SimHub>(clock_, random_);
    const int kiosks =
        options_.kiosks > 0 ? options_.kiosks : 2 + static_cast<int>(random_.below(3));
    for (int number = 1; number <= kiosks; ++number) {
        lines_.push_back(std::make_unique<Line>(*this, number));
        kiosks_.push_back(std::make_unique<SimKiosk>(
            number, hub_->centre, hub_->online.public_key(), clock_, random_, *lines_.back()));
        hub_->kiosks.keys.emplace(number, kiosks_.back()->key.public_key());
    }
    Disks disks = {{"hub", &hub_->disk}};
    for (auto& kiosk : kiosks_) disks["k" + std::to_string(kiosk->number)] = &kiosk->disk;
    set_disks(std::move(disks));
    const std::size_t occasions = 1 + random_.below(3);
    for (std::size_t i = 1; i <= occasions; ++i) {
        domain::Occasion occasion;
        occasion.id.value = static_cast<std::int64_t>(i);
        occasion.listing.value = 10 + static_cast<std::int64_t>(i);
        occasion.start = opening_time + 2h + random_.below(8 * 60) * 1min;
        occasion.end = occasion.start + 2h;
        occasion.capacity = chance(10) ? 0 : 4 + static_cast<int>(random_.below(20));
        if (occasion.capacity > 0 && chance(50)) {
            occasion.walk_in_places =
                static_cast<int>(random_.below(static_cast<std::size_t>(occasion.capacity) / 2));
        }
        if (chance(30)) occasion.signup_closes = occasion.start - 30min;
        hub_->programme.emplace(occasion.id, occasion);
    }
    hub_->start();
    hub_->take_occasions().value();
    for (auto& kiosk : kiosks_) {
        kiosk->start();
        // Pairing tells a kiosk the hub's key: the first contact succeeds.
        faults_ = false;
        kiosk->delivery().exchange(1s).value();
        faults_ = true;
        if (chance(20)) kiosk->clock.skew = (static_cast<int>(random_.below(7200)) - 3600) * 1s;
    }
}

const domain::Occasion& World::any_occasion() {
    auto at = hub_->programme.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(random_.below(hub_->programme.size())));
    return at->second;
}

std::string World::run() {
    const int steps = 40 + static_cast<int>(random_.below(80));
    check(false);
    while (steps_done_ < steps && ledger_.violation.empty()) {
        step();
        check(false);
    }
    if (ledger_.violation.empty()) settle();
    return ledger_.violation;
}

void World::step() {
    ++steps_done_;
    disturb();
    if (chance(60)) {
        act();
    } else {
        pass_time();
    }
    if (chance(30)) deliver_late();
    for (auto& kiosk : kiosks_) {
        if (kiosk->running() && !kiosk->stolen && chance(25)) kiosk->delivery().tick();
    }
    if (hub_->running() && chance(50)) (void)hub_->tick().ok();
}

void World::disturb() {
    for (auto& kiosk : kiosks_) {
        if (kiosk->stolen) continue;
        if ((kiosk->disk.dead() || !kiosk->running()) && chance(50)) {
            say("kiosk " + std::to_string(kiosk->number) + " starts again");
            kiosk->recover();
        }
        if (chance(rates_.partition)) kiosk->cut_off = !kiosk->cut_off;
        if (chance(rates_.kiosk_power)) {
            kiosk->disk.cut_power_after(1 + static_cast<int>(random_.below(12)));
        }
        if (chance(rates_.full_disk)) kiosk->disk.set_full(!kiosk->disk.full());
        if (chance(rates_.clock_jump)) {
            kiosk->clock.skew = (static_cast<int>(random_.below(200'000)) - 100'000) * 1s;
            say("the clock of kiosk " + std::to_string(kiosk->number) + " is set");
        }
        if (kiosk->running() && chance(rates_.spoiled)) kiosk->spoil();
    }
    if ((hub_->disk.dead() || !hub_->running()) && chance(50)) {
        say("the hub starts again");
        hub_->recover();
    }
    if (chance(rates_.hub_power)) {
        hub_->disk.cut_power_after(1 + static_cast<int>(random_.below(15)));
    }
}

void World::pass_time() {
    const std::size_t kind = random_.below(10);
    base::Duration by = (1 + static_cast<int>(random_.below(30))) * 1s;
    if (kind >= 6) by = (1 + static_cast<int>(random_.below(10))) * 1min;
    if (kind == 9) by = (10 + static_cast<int>(random_.below(50))) * 1min;
    clock_.advance(by);
}

void World::check(bool at_end) {
    const bool hub_shows = hub_->running() && !hub_->disk.dead();
    const bool fresh = hub_shows && hub_->touched;
    if (fresh) {
        hub_->touched = false;
        hub_before_ = std::move(hub_now_);
        hub_now_ = std::make_unique<HubPicture>(hub_->picture());
    }
    for (auto& kiosk : kiosks_) {
        const bool shows = kiosk->running() && !kiosk->disk.dead() && !kiosk->stolen;
        if (!shows) {
            kiosks_now_.erase(kiosk->number);
            kiosk->touched = true;
        } else if (kiosk->touched) {
            kiosk->touched = false;
            kiosks_now_.insert_or_assign(kiosk->number, kiosk->picture(ledger_));
        }
    }
    Facts facts;
    facts.hub = hub_shows ? hub_now_.get() : nullptr;
    // Where nothing was done there is nothing new.
    facts.hub_before = fresh ? hub_before_.get() : hub_now_.get();
    facts.kiosks = &kiosks_now_;
    facts.programme = &hub_->programme;
    facts.ledger = &ledger_;
    facts.now = clock_.now();
    facts.hub_seen = hub_seen_;
    if (hub_shows) hub_seen_ = clock_.now();
    facts.at_end = at_end;
    const std::string what = checkers_.check(facts);
    if (what.empty()) return;
    ledger_.violate(what);
    say("VIOLATION " + what);
}

void World::tick_all(base::Duration by) {
    clock_.advance(by);
    (void)hub_->tick().ok();
    for (auto& kiosk : kiosks_) {
        if (kiosk->stolen) continue;
        kiosk->delivery().tick();
    }
    check(false);
}

void World::settle() {
    say("faults stop");
    faults_ = false;
    in_flight_.clear();
    hub_->disk.cut_power_after(-1);
    if (hub_->disk.dead() || !hub_->running()) hub_->recover();
    for (auto& kiosk : kiosks_) {
        if (kiosk->stolen) continue;
        kiosk->cut_off = false;
        kiosk->disk.set_full(false);
        kiosk->disk.cut_power_after(-1);
        if (kiosk->disk.dead() || !kiosk->running()) kiosk->recover();
    }
    (void)hub_->take_occasions().ok();
    // Longer than the longest wait between tries, and than rights are of use.
    for (int i = 0; i < 6 && ledger_.violation.empty(); ++i) tick_all(6min);
    for (int i = 0; i < 3 && ledger_.violation.empty(); ++i) tick_all(i == 0 ? 41min : 1min);
    // Rights handed out meanwhile run out too: nothing is handed out for what is over.
    for (int i = 0; i < 3 && ledger_.violation.empty(); ++i) tick_all(i == 0 ? 12h : 1min);
    if (ledger_.violation.empty()) check(true);
}

}  // namespace wenlan::sim
