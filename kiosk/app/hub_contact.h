// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <utility>

namespace wenlan::app {

// How a screen reaches its hub: told by who follows it, read by who brings it the sign-ups. Any
// thread.
class HubContact {
public:
    struct Now {
        std::string address;               // empty: none is known
        std::uint64_t pairings = 0;        // grows when the screen is somebody else to its hub
        bool revoked = false;              // the hub listens to this screen no longer
        std::uint64_t sticks = 0;          // that have been put in
        std::filesystem::path stick = {};  // the one that is in; empty: none
    };
    Now now() const {
        const std::lock_guard guard(lock_);
        return now_;
    }

    void hub_is_at(std::string address) {
        change([&](Now& now) { now.address = std::move(address); });
    }
    void paired() {
        change([](Now& now) { ++now.pairings; });
    }
    void revoked(bool revoked) {
        if (now().revoked == revoked) return;
        change([&](Now& now) { now.revoked = revoked; });
    }
    // Empty: it was pulled out.
    void stick_is(std::filesystem::path stick) {
        if (now().stick == stick) return;
        change([&](Now& now) {
            if (!stick.empty()) ++now.sticks;
            now.stick = std::move(stick);
        });
    }
    // Called after each change, on the thread of whoever made it. Empty: nobody is to be called.
    void when_changed(std::function<void()> wake) {
        const std::lock_guard guard(lock_);
        wake_ = std::move(wake);
    }

    // A tour turns the network off and on.
    bool network() const { return network_; }
    void switch_network(bool on) { network_ = on; }

private:
    template <typename Change>
    void change(Change make) {
        const std::lock_guard guard(lock_);
        make(now_);
        if (wake_) wake_();
    }

    mutable std::mutex lock_;
    Now now_;
    std::function<void()> wake_;
    std::atomic<bool> network_ = true;
};

}  // namespace wenlan::app
