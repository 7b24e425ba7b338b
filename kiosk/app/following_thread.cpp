// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/following_thread.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace wenlan::app {

FollowingThread::FollowingThread(std::unique_ptr<Following> following)
    : following_(std::move(following)), thread_([this] { run(); }) {}

FollowingThread::~FollowingThread() {
    {
        const std::lock_guard guard(lock_);
        stopping_ = true;
    }
    following_->stop();
    wake_.notify_all();
    thread_.join();
}

void FollowingThread::run() {
    // A clock may stand still or jump: never longer than this without a look at it.
    constexpr base::Duration wait_max = std::chrono::seconds{30};
    constexpr base::Duration wait_min = std::chrono::milliseconds{100};
    std::unique_lock guard(lock_);
    while (!stopping_) {
        guard.unlock();
        following_->tick();
        const base::Duration wait = std::clamp(following_->due_in(), wait_min, wait_max);
        guard.lock();
        wake_.wait_for(guard, wait, [this] { return stopping_; });
    }
}

}  // namespace wenlan::app
