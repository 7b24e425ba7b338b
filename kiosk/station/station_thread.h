// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "model/intent.h"
#include "model/view.h"
#include "station/station.h"

namespace wenlan::station {

// Runs a Station on a thread of its own, so that nothing that touches a disk holds up a frame.
// Every function may be called from any thread.
class StationThread {
public:
    // Made on the thread itself, while the window opens.
    using Make = std::function<std::unique_ptr<Station>()>;
    // `wake` is called on the station's thread whenever a View was published; it must be quick.
    StationThread(Make make, std::function<void()> wake);
    // Stops after the intent in hand; what is still queued is dropped, and `wake` is not called
    // again.
    ~StationThread();
    StationThread(const StationThread&) = delete;
    StationThread& operator=(const StationThread&) = delete;

    void send(model::NumberedIntent intent);
    // Waits until the station is made.
    std::shared_ptr<const model::View> view() const;

    // Something that the station asks about has changed: it looks at once.
    void look();

    // Returns once everything sent so far is answered and the clock has been looked at again: what
    // a scripted visit needs after it has moved a virtual clock.
    void settle();

private:
    void run();
    void work(std::deque<model::NumberedIntent> intents);

    Make make_;
    std::unique_ptr<Station> station_;  // never another once `made_`
    std::atomic<bool> made_ = false;
    std::function<void()> wake_;
    std::mutex lock_;
    std::condition_variable changed_;
    std::deque<model::NumberedIntent> queue_;
    bool look_ = false;
    std::uint64_t asked_ = 0;    // rounds that somebody waits for
    std::uint64_t settled_ = 0;  // the last of them that is done
    bool stopping_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace wenlan::station
