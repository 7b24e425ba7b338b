// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/office_line.h"

#include <utility>

namespace wenlan::app {

std::shared_ptr<const station::OfficeReport> OfficeLine::report() const {
    const std::lock_guard guard(lock_);
    return report_;
}

void OfficeLine::publish(station::OfficeReport report) {
    auto shared = std::make_shared<const station::OfficeReport>(std::move(report));
    const std::lock_guard guard(lock_);
    report_ = std::move(shared);
}

void OfficeLine::shows(const station::ShownReport& shown) {
    {
        const std::lock_guard guard(lock_);
        shown_ = shown;
    }
    want();
}

station::ShownReport OfficeLine::shown() const {
    const std::lock_guard guard(lock_);
    return shown_;
}

void OfficeLine::ask_now() {
    {
        const std::lock_guard guard(lock_);
        wishes_.ask = true;
    }
    want();
}

void OfficeLine::pair(std::string code) {
    {
        const std::lock_guard guard(lock_);
        wishes_.pair = std::move(code);
    }
    want();
}

OfficeLine::Wishes OfficeLine::take_wishes() {
    const std::lock_guard guard(lock_);
    return std::exchange(wishes_, {});
}

void OfficeLine::when_wanted(std::function<void()> wake) {
    const std::lock_guard guard(lock_);
    wake_ = std::move(wake);
}

// Under the lock: whoever has said that nobody is to be called is not called afterwards.
void OfficeLine::want() {
    const std::lock_guard guard(lock_);
    if (wake_) wake_();
}

}  // namespace wenlan::app
