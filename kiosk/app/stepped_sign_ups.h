// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

#include "app/kiosk_sign_ups.h"

namespace wenlan::app {

// For tours: every question is answered before anything else happens, whatever the machine's speed.
class SteppedSignUps final : public station::SignUpDesk {
public:
    explicit SteppedSignUps(KioskSignUps& sign_ups) : sign_ups_(sign_ups) {}

    void ask(station::SignUpQuestion question) override {
        answers_.push_back(sign_ups_.serve(question));
    }
    std::vector<station::SignUpAnswer> take_answers() override {
        return std::exchange(answers_, {});
    }
    void end_visit(std::uint64_t visit) override { sign_ups_.end_visit(visit); }
    std::shared_ptr<const station::SignUpsWaiting> waiting() const override {
        return sign_ups_.waiting();
    }
    void tick() { sign_ups_.tick(); }

private:
    KioskSignUps& sign_ups_;
    std::vector<station::SignUpAnswer> answers_;
};

}  // namespace wenlan::app
