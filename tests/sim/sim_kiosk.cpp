// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/sim_kiosk.h"

#include "sim/sim_vfs.h"
#include "sync/crypto/hash.h"

namespace wenlan::sim {

namespace {

constexpr std::string_view secret = "a kiosk's own secret of 32 bytes";

// Argon2 would take longer than everything else together.
base::Result<sync::Hash> cheap_verifier(std::string_view text, const sync::Salt& salt) {
    return sync::hash_of(std::string(salt.begin(), salt.end()) + std::string(text));
}

}  // namespace

SimKiosk::SimKiosk(int its_number, sync::CentreId centre, sync::PublicKey online,
                   base::VirtualClock& true_clock, test::SeededRandom& random, sync::HubLine& line)
    : number(its_number),
      clock(true_clock),
      key(sync::SigningKey::make(random)),
      centre_(centre),
      online_(online),
      random_(random),
      line_(line) {
    disk.put(database_name(), empty_database());
}

// Runs once, before there is any thread.
const std::string& SimKiosk::empty_database() {
    static const std::string bytes = [] {
        SimDisk disk;
        set_disks({{"k0", &disk}});
        {
            // What is in the log goes to the file when the last connection closes.
            const auto outbox = store::Outbox::open("/k0/outbox.db").value();
        }
        const std::string made = disk.find("/k0/outbox.db")->bytes;
        set_disks({});
        return made;
    }();
    return bytes;
}

void SimKiosk::start() {
    auto outbox = store::Outbox::open(database_name());
    if (!outbox) return;  // the power went again
    outbox_.emplace(std::move(outbox).value());
    const auto keys = [this] { return std::vector{online_}; };
    delivery_.emplace(*outbox_, line_, clock, random_, sync::KioskIdentity{centre_, number, &key},
                      keys);
    sign_ups_.emplace(station::SignUps::Parts{*outbox_, *delivery_, line_, clock, random_, secret,
                                              keys, cheap_verifier});
}

void SimKiosk::recover() {
    stop();
    disk.power_comes_back(random_);
    start();
    touched = true;
}

KioskPicture SimKiosk::picture(const Ledger& ledger) {
    KioskPicture picture;
    constexpr std::size_t all = 10'000;
    for (const auto& operation : outbox_->pending(all, all * 1000).value()) {
        picture.pending.insert(operation.id);
    }
    for (const auto& [id, told] : ledger.told) {
        if (told.kiosk != number) continue;
        const auto taken = outbox_->taken(id).value();
        if (taken) picture.taken.emplace(id, taken->status);
    }
    return picture;
}

void SimKiosk::spoil() {
    store::Outbox::Keeping keeping;
    const auto sequence = outbox_->next_sequence();
    if (!sequence) return;
    keeping.operation.sequence = sequence.value();
    random_.fill(keeping.operation.id.bytes);
    keeping.operation.message = std::string(100 + random_.below(200), 'x');
    (void)outbox_->keep(keeping).ok();
    touched = true;
}

}  // namespace wenlan::sim
