// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/station_thread.h"

#include <chrono>
#include <utility>

namespace wenlan::station {

namespace {

// How long the clock is left alone when nobody does anything.
constexpr std::chrono::milliseconds tick_every{500};
// While there is work that is done piece by piece.
constexpr std::chrono::milliseconds busy_tick_every{12};

}  // namespace

StationThread::StationThread(Make make, std::function<void()> wake)
    : make_(std::move(make)), wake_(std::move(wake)), thread_([this] { run(); }) {}

StationThread::~StationThread() {
    {
        const std::lock_guard lock(lock_);
        stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void StationThread::send(model::NumberedIntent intent) {
    {
        const std::lock_guard lock(lock_);
        queue_.push_back(std::move(intent));
    }
    changed_.notify_all();
}

void StationThread::look() {
    {
        const std::lock_guard lock(lock_);
        look_ = true;
    }
    changed_.notify_all();
}

void StationThread::settle() {
    std::unique_lock lock(lock_);
    const std::uint64_t round = ++asked_;
    changed_.notify_all();
    changed_.wait(lock, [this, round] { return settled_ >= round || stopping_; });
}

std::shared_ptr<const model::View> StationThread::view() const {
    made_.wait(false);
    return station_->view();
}

void StationThread::run() {
    station_ = make_();
    made_ = true;
    made_.notify_all();
    std::unique_lock lock(lock_);
    while (!stopping_) {
        changed_.wait_for(lock, station_->busy() ? busy_tick_every : tick_every, [this] {
            return stopping_ || look_ || !queue_.empty() || asked_ > settled_;
        });
        if (stopping_) return;
        look_ = false;
        auto intents = std::exchange(queue_, {});
        const std::uint64_t round = asked_;
        lock.unlock();
        work(std::move(intents));
        lock.lock();
        settled_ = round;
        changed_.notify_all();
    }
}

void StationThread::work(std::deque<model::NumberedIntent> intents) {
    const auto wake_if_published = [this](std::uint64_t serial_before) {
        if (station_->view()->serial != serial_before && wake_) wake_();
    };
    std::uint64_t serial = station_->view()->serial;
    station_->tick();
    wake_if_published(serial);
    for (const model::NumberedIntent& intent : intents) {
        {
            const std::lock_guard lock(lock_);
            if (stopping_) return;
        }
        serial = station_->view()->serial;
        station_->handle(intent);
        wake_if_published(serial);
    }
}

}  // namespace wenlan::station
