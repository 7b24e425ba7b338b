// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/time.h"
#include "domain/listing.h"
#include "domain/seats.h"
#include "domain/sign_up.h"

namespace wenlan::domain {

// What holds for signing up to an occasion.
struct OccasionRules {
    base::Instant start{};
    base::Instant end{};
    std::optional<base::Instant> opens;
    std::optional<base::Instant> closes;  // none: until it ends
    OccasionState state = OccasionState::scheduled;
    bool by_lot = false;  // requests are collected, and lots are drawn when sign-up closes

    bool open_at(base::Instant now) const;
};

// A sign-up as it arrives.
struct Arrival {
    int party = 1;
    Channel channel = Channel::screen;
    bool walking_in = false;  // is at the door: takes from the places kept for that
    bool has_rights = false;  // a kiosk has promised seats that were kept for the purpose
    int held = 0;             // seats that are held for it, which the book counts as held
    int held_from_reserve = 0;
};

struct Answered {
    SignUpState state = SignUpState::declined;
    Why why = Why::none;
    SeatsTaken taken;

    bool operator==(const Answered&) const = default;
};

// What the hub answers. `others_wait`: somebody on the waiting list would fit as well, and came
// before. A promise made with rights is kept whatever the hour, unless there is nothing to come to.
Answered answer_to(const OccasionRules& rules, const SeatBook& book, const Arrival& arrival,
                   bool others_wait, base::Instant now);

// So long a sheet that is open keeps its seats, on the hub's clock.
inline constexpr base::Duration hold_time{4 * 60 * 1000};
// Seats of whoever has not come are given to others so long after the start.
inline constexpr base::Duration no_show_after{15 * 60 * 1000};

// A party that comes in parts: how many are here once `more` have come; none: that is more than
// signed up, or nobody.
std::optional<int> present_after(int party, int present, int more);

}  // namespace wenlan::domain
