// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <string>
#include <thread>

namespace wenlan::app {

// Measures a kiosk that runs as for people, prints one line of JSON and then ends it. "start": from
// exec to the first frame shown. "idle": the processor's time over ten seconds at rest, fifteen
// seconds after the first frame. Without a name it does nothing.
class Bench {
public:
    explicit Bench(std::string name);
    ~Bench();
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;

    void first_frame();
    bool over() const { return over_; }

private:
    void measure_idle();

    std::string name_;
    std::atomic<bool> over_{false};
    std::atomic<bool> abandoned_{false};
    std::thread idle_;
};

}  // namespace wenlan::app
