// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "hub/sign_ups/sign_up_office.h"
#include "sim/ledger.h"
#include "sim/sim_disk.h"
#include "sync/crypto/signing.h"

namespace wenlan::sim {

// The kiosks that were paired.
class PairedKiosks final : public hub::KnownKiosks {
public:
    std::map<int, sync::PublicKey> keys;
    bool vouches(int kiosk, std::string_view message) const override {
        const auto found = keys.find(kiosk);
        return found != keys.end() && sync::signed_by(message, found->second);
    }
    int count() const override { return static_cast<int>(keys.size()); }
};

// The office's machine: the hub's own code on a disk of which anything may be lost.
class SimHub {
public:
    SimHub(base::VirtualClock& clock, test::SeededRandom& random);

    // Bytes of an empty database, made once.
    static const std::string& empty_database();

    void start();
    void stop() {
        office_.reset();
        database_.reset();
        keys_.reset();
    }
    bool running() const { return office_.has_value(); }
    // What it answers; an error: it says nothing.
    base::Result<std::string> handle(std::string_view path, std::string_view body, int from);
    base::Result<void> tick();
    base::Result<void> take_occasions();
    base::Result<void> rotate_seal_key() { return keys_->rotate(disk, random_); }
    base::Result<void> write_off(int kiosk);
    // Starts again what the power was cut under.
    void recover();

    HubPicture picture();

    SimDisk disk;
    PairedKiosks kiosks;
    sync::CentreId centre;
    sync::SigningKey online;
    std::map<domain::OccasionId, domain::Occasion> programme;
    bool touched = true;

private:
    base::VirtualClock& clock_;
    test::SeededRandom& random_;
    hub::SignUpPolicy policy_;
    std::optional<store::HubDatabase> database_;
    std::optional<hub::SignUpKeys> keys_;
    std::optional<hub::SignUpOffice> office_;
};

}  // namespace wenlan::sim
