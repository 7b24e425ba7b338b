// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

namespace wenlan::app {

// SIGINT and SIGTERM end the program in order. Made on the main thread before any other thread is,
// so that all of them leave the signals to this one.
class StopSignal {
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    bool came() const { return came_; }
    // Called on the signal's own thread when one comes; at once if one has come. None: no longer.
    void then(std::function<void()> wake);

private:
    void listen();

    std::atomic<bool> came_{false};
    std::atomic<bool> over_{false};
    std::mutex mutex_;
    std::function<void()> wake_;
    std::thread thread_;
};

}  // namespace wenlan::app
