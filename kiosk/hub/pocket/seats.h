// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <optional>

#include "hub/api/sign_up_api.h"

namespace wenlan::hub::pocket {

// What a phone may be told of an occasion's seats.
struct PhoneSeats {
    domain::OccasionRules rules;
    int capacity = 0;
    int free = 0;  // for phones: without the places kept for walk-ins
    bool waited_for = false;
    base::Instant as_of{};
};

// The seats of all occasions that are not over, counted at most every other second however many
// ask. Any thread.
class Seats {
public:
    explicit Seats(SignUpApi& sign_ups) : sign_ups_(sign_ups) {}

    // None: the sign-ups know nothing of it.
    base::Result<std::optional<PhoneSeats>> of(domain::OccasionId occasion, base::Instant now);
    // Something has changed: the next to ask counts again.
    void count_again();

private:
    SignUpApi& sign_ups_;
    std::mutex lock_;
    std::optional<base::Instant> counted_;
    std::map<domain::OccasionId, PhoneSeats> seats_;
};

}  // namespace wenlan::hub::pocket
