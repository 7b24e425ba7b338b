// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "sim/ledger.h"
#include "sim/sim_disk.h"
#include "station/sign_ups.h"

namespace wenlan::sim {

// A kiosk's clock: wrong, and sometimes set.
class KioskClock final : public base::Clock {
public:
    explicit KioskClock(base::VirtualClock& true_clock) : true_(true_clock) {}
    base::Instant now() const override { return true_.now() + skew; }
    base::Duration uptime() const override { return true_.uptime(); }
    base::Duration skew{0};

private:
    base::VirtualClock& true_;
};

// One lobby's machine: the station's own code on a disk of which anything may be lost.
class SimKiosk {
public:
    SimKiosk(int number, sync::CentreId centre, sync::PublicKey online, base::VirtualClock& clock,
             test::SeededRandom& random, sync::HubLine& line);

    static const std::string& empty_database();

    void start();
    void stop() {
        sign_ups_.reset();
        delivery_.reset();
        outbox_.reset();
    }
    bool running() const { return sign_ups_.has_value(); }
    void recover();

    station::SignUps& sign_ups() {
        touched = true;
        return *sign_ups_;
    }
    sync::Delivery& delivery() {
        touched = true;
        return *delivery_;
    }
    store::Outbox& outbox() { return *outbox_; }
    KioskPicture picture(const Ledger& ledger);
    // A message that nobody can read gets into the outbox.
    void spoil();

    const int number;
    SimDisk disk;
    KioskClock clock;
    sync::SigningKey key;
    bool cut_off = false;  // from the hub
    bool stolen = false;
    bool touched = true;

private:
    std::string database_name() const { return "/k" + std::to_string(number) + "/outbox.db"; }

    sync::CentreId centre_;
    sync::PublicKey online_;
    test::SeededRandom& random_;
    sync::HubLine& line_;
    std::optional<store::Outbox> outbox_;
    std::optional<sync::Delivery> delivery_;
    std::optional<station::SignUps> sign_ups_;
};

}  // namespace wenlan::sim
