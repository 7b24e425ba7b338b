// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/ports.h"
#include "station/sign_up_desk.h"
#include "station/sign_ups.h"

namespace wenlan::station {

// Answers the questions of one visit after the other, each as long as it takes, and knows the seats
// that are held for the one who is there. One thread, that of the sign-ups.
class SignUpClerk {
public:
    explicit SignUpClerk(base::Random& random) : random_(random) {}

    SignUpAnswer serve(const SignUpQuestion& question, SignUps& sign_ups);
    // Nothing can be taken here, and why.
    static SignUpAnswer refuse(const SignUpQuestion& question, const base::Error& why);
    void end_visit(std::uint64_t visit, SignUps& sign_ups);

private:
    struct Held {
        std::uint64_t visit = 0;
        sync::HoldId id;
        domain::OccasionId occasion;
    };
    model::HoldOutcome hold(std::uint64_t visit, const SignUpQuestion::Hold& wanted,
                            SignUps& sign_ups);
    model::SignUpOutcome take(std::uint64_t visit, SignUpRequest request, SignUps& sign_ups);
    void let_go(SignUps& sign_ups);

    base::Random& random_;
    std::optional<Held> held_;
};

}  // namespace wenlan::station
