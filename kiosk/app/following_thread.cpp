// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/following_thread.h"

#include <algorithm>
#include <chrono>
#include <sys/resource.h>
#include <unistd.h>
#include <utility>

namespace wenlan::app {
namespace {

// Of two cores one draws; what is fetched and unpacked must not make it wait. On Linux a thread has
// a niceness of its own, and its children begin with it.
void let_others_go_first() {
    constexpr int behind_all_that_is_seen = 10;
    static_cast<void>(
        ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), behind_all_that_is_seen));
}

}  // namespace

FollowingThread::FollowingThread(std::unique_ptr<FollowingRound> round, OfficeLine& line)
    : round_(std::move(round)), line_(line), thread_([this] { run(); }) {
    line_.when_wanted([this] {
        const std::lock_guard guard(lock_);
        wanted_ = true;
        wake_.notify_all();
    });
}

FollowingThread::~FollowingThread() {
    line_.when_wanted({});
    {
        const std::lock_guard guard(lock_);
        stopping_ = true;
    }
    round_->stop();
    wake_.notify_all();
    thread_.join();
}

void FollowingThread::run() {
    // A clock may stand still or jump: never longer than this without a look at it.
    constexpr base::Duration wait_max = std::chrono::seconds{30};
    constexpr base::Duration wait_min = std::chrono::milliseconds{100};
    let_others_go_first();
    std::unique_lock guard(lock_);
    while (!stopping_) {
        guard.unlock();
        round_->tick();
        const base::Duration wait = std::clamp(round_->due_in(), wait_min, wait_max);
        guard.lock();
        wake_.wait_for(guard, wait, [this] { return stopping_ || wanted_; });
        wanted_ = false;
    }
}

}  // namespace wenlan::app
