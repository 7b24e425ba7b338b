// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

#include "app/embedded_hub.h"
#include "app/following.h"
#include "app/following_health.h"
#include "app/hub_contact.h"
#include "app/office_line.h"

namespace wenlan::app {

// All that keeps a screen at its office, one look after the other: what staff wish, what is new,
// how the screen is; and what came of it, for the station. Waits for networks. One thread, except
// for stop().
class FollowingRound {
public:
    struct Parts {
        base::Disk& disk;
        const base::Clock& clock;
        base::Random& random;
        store::DataFolder folder;
        Sources sources;
        OfficeLine& line;
        // Without any source: the demonstration's files, for a hub in this process. Empty: none.
        std::filesystem::path demonstration = {};
        HubContact* contact = nullptr;  // is told how the hub is reached
    };
    // "follow.hub-folder": see Following::create().
    static base::Result<std::unique_ptr<FollowingRound>> create(Parts parts);

    void tick();
    base::Duration due_in() const;
    void stop();

private:
    explicit FollowingRound(Parts parts) : parts_(std::move(parts)) {}
    base::Result<void> begin(Sources sources);
    base::Result<void> begin_demonstration();
    void leave_demonstration_alone();
    void pair(const std::string& code);
    void report();
    bool network() const { return parts_.contact == nullptr || parts_.contact->network(); }

    Parts parts_;
    std::unique_ptr<EmbeddedHub> hub_;  // of the demonstration
    std::string address_;
    std::atomic<bool> stopping_ = false;
    std::mutex lock_;  // of the pointers
    std::unique_ptr<Following> following_;
    std::unique_ptr<FollowingHealth> health_;
    std::uint64_t changes_ = 0;
    bool demonstration_tried_ = false;
    bool reported_ = false;
    station::ShownReport told_;
    bool pairing_failed_ = false;
    std::string pairing_error_;
};

}  // namespace wenlan::app
