// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "app/following_round.h"

namespace wenlan::app {

// Goes round what keeps a screen at its office, on a thread of its own, so that nobody waits for a
// network, a disk or a hub in this process. It lets every other thread go first.
class FollowingThread {
public:
    FollowingThread(std::unique_ptr<FollowingRound> round, OfficeLine& line);
    // Ends within a second or two, whatever the network does.
    ~FollowingThread();
    FollowingThread(const FollowingThread&) = delete;
    FollowingThread& operator=(const FollowingThread&) = delete;

private:
    void run();

    std::unique_ptr<FollowingRound> round_;
    OfficeLine& line_;
    std::mutex lock_;
    std::condition_variable wake_;
    bool wanted_ = false;
    bool stopping_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace wenlan::app
