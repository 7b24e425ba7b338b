// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stop_signal.h"

#include <condition_variable>
#include <mutex>
#include <signal.h>
#include <unistd.h>

#include "catch.h"

namespace {

// Waits for what another thread does.
class Bell {
public:
    void ring() {
        const std::lock_guard lock(mutex_);
        rung_ = true;
        changed_.notify_all();
    }
    void wait() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return rung_; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool rung_ = false;
};

}  // namespace

TEST_CASE("A signal to stop is told once it comes, and the program goes on to end in order") {
    for (const int signal : {SIGTERM, SIGINT}) {
        wenlan::app::StopSignal stop;
        Bell bell;
        stop.then([&bell] { bell.ring(); });
        CHECK(!stop.came());
        kill(getpid(), signal);
        bell.wait();
        CHECK(stop.came());
    }
}

TEST_CASE("Whoever asks after the signal came is told at once") {
    wenlan::app::StopSignal stop;
    Bell first;
    stop.then([&first] { first.ring(); });
    kill(getpid(), SIGTERM);
    first.wait();
    bool told = false;
    stop.then([&told] { told = true; });
    CHECK(told);
}

TEST_CASE("Without a signal it ends by itself") {
    const wenlan::app::StopSignal stop;
    CHECK(!stop.came());
}
