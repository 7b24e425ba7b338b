// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "app/hub_contact.h"
#include "app/switched_transport.h"
#include "base/ports.h"
#include "store/data_folder.h"
#include "sync/follower.h"

namespace wenlan::app {

// Where a screen's programme comes from.
struct Sources {
    std::string hub;                      // "http://hub.example:8080"; empty: none
    std::filesystem::path stick;          // where sticks are mounted; empty: none
    const HubContact* contact = nullptr;  // by which the network may be turned off

    bool none() const { return hub.empty() && stick.empty(); }
};

// Keeps a screen's folder at what its hub publishes, and takes what a stick brings when one is put
// in. What rots on the disk is fetched again. Waits for networks: only stop() and status() may be
// called from another thread.
class Following {
public:
    // "follow.hub-folder" where the folder is a hub's own: the two would be in each other's way.
    static base::Result<std::unique_ptr<Following>> create(base::Disk& disk,
                                                           const base::Clock& clock,
                                                           base::Random& random,
                                                           store::DataFolder folder,
                                                           Sources sources);

    // True: there is another programme to show.
    bool tick();
    base::Duration due_in() const;
    // The next tick() asks the hub, whatever the time.
    void ask_now();
    // Trusts a centre from now on, by its root, as a pairing has told it.
    base::Result<void> learn(std::string_view root_file);
    void stop();
    sync::FollowStatus status() const;
    // As of the last tick(): where the stick is that is in; empty: none is.
    std::filesystem::path stick() const { return stick_taken_ ? sources_.stick : ""; }

private:
    Following(base::Disk& disk, const base::Clock& clock, base::Random& random,
              store::DataFolder folder, Sources sources);
    std::unique_ptr<sync::Follower> follower_of(net::Transport& transport, bool trust_the_first);
    void look_for_damage();
    bool look_for_stick();
    bool take_from_stick();

    base::Disk& disk_;
    const base::Clock& clock_;
    base::Random& random_;
    const store::DataFolder folder_;
    const Sources sources_;
    std::optional<SwitchedTransport> line_;
    std::atomic<bool> stopping_ = false;
    bool stick_taken_ = false;  // the one that is in
    std::optional<base::Duration> stick_due_;
    std::optional<base::Duration> damage_due_;

    mutable std::mutex lock_;  // of the pointer
    std::unique_ptr<sync::Follower> follower_;
    std::optional<sync::FollowStatus> from_stick_;
};

}  // namespace wenlan::app
