// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stop_signal.h"

#include <pthread.h>
#include <signal.h>

namespace wenlan::app {
namespace {

sigset_t watched() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    // Ends the listening itself.
    sigaddset(&set, SIGUSR2);
    return set;
}

}  // namespace

StopSignal::StopSignal() {
    const sigset_t set = watched();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    thread_ = std::thread([this] { listen(); });
}

StopSignal::~StopSignal() {
    over_ = true;
    pthread_kill(thread_.native_handle(), SIGUSR2);
    thread_.join();
}

void StopSignal::then(std::function<void()> wake) {
    const std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
    if (came_ && wake_) wake_();
}

void StopSignal::listen() {
    const sigset_t set = watched();
    while (!over_) {
        int signal = 0;
        if (sigwait(&set, &signal) != 0 || signal == SIGUSR2) continue;
        const std::lock_guard lock(mutex_);
        came_ = true;
        if (wake_) wake_();
    }
}

}  // namespace wenlan::app
