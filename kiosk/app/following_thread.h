// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "app/following.h"

namespace wenlan::app {

// Runs a Following on a thread of its own, so that nobody waits for a network.
class FollowingThread {
public:
    explicit FollowingThread(std::unique_ptr<Following> following);
    // Ends within a second or two, whatever the network does.
    ~FollowingThread();
    FollowingThread(const FollowingThread&) = delete;
    FollowingThread& operator=(const FollowingThread&) = delete;

private:
    void run();

    std::unique_ptr<Following> following_;
    std::mutex lock_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace wenlan::app
