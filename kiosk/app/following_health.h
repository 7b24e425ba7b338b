// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/ports.h"
#include "net/http_client.h"
#include "station/office.h"
#include "store/data_folder.h"
#include "sync/follow_status.h"
#include "sync/kiosk_keys.h"

namespace wenlan::app {

// Tells the hub every half minute how this screen is, once it is paired. What is told is what is
// on the screen. Waits for the network; one thread, except for stop().
class FollowingHealth {
public:
    FollowingHealth(base::Disk& disk, const base::Clock& clock, base::Random& random,
                    store::DataFolder folder, std::string hub);

    // Takes up who the screen is: at the start, and after a pairing.
    void take_up();
    void tick(const station::ShownReport& shown, const sync::FollowStatus& status);
    void now() { due_.reset(); }
    base::Duration due_in() const;
    void stop() { client_.stop(); }

    const std::optional<sync::PairedKiosk>& paired() const { return paired_; }
    bool revoked() const { return revoked_; }
    std::optional<base::Duration> skew() const { return skew_; }
    net::HttpClient& client() { return client_; }

private:
    base::Result<void> tell(const station::ShownReport& shown, const sync::FollowStatus& status);
    base::Result<std::int64_t> next_serial();

    base::Disk& disk_;
    const base::Clock& clock_;
    base::Random& random_;
    const store::DataFolder folder_;
    const std::string hub_;
    const base::Duration started_;
    net::HttpClient client_;
    std::optional<sync::KioskKeys> keys_;
    std::optional<sync::PairedKiosk> paired_;
    std::int64_t serial_ = 0;  // of the last report; 0: none in this run
    bool revoked_ = false;
    std::optional<base::Duration> skew_;
    std::optional<base::Duration> due_;
    std::string failed_;  // code of the last failure that was logged
};

// Bytes that are free where the folder lies; none: not known.
std::optional<std::int64_t> disk_free(const store::DataFolder& folder);

}  // namespace wenlan::app
