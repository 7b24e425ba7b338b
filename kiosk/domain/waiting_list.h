// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "base/time.h"
#include "domain/seats.h"
#include "domain/sign_up.h"

namespace wenlan::domain {

// A party that waits. `order` is the hub's, by arrival; staff may change it.
struct Waiting {
    SignUpId id;
    int party = 1;
    Channel channel = Channel::screen;
    std::int64_t order = 0;

    bool operator==(const Waiting&) const = default;
};

// The first in the list, which is in order, whom the free seats take whole: a party that does not
// fit is passed over and keeps its place; none is ever split.
std::optional<std::size_t> first_that_fits(std::span<const Waiting> list, const SeatBook& book);

// Nobody is told of a seat later than this: there would be no time to come.
inline constexpr base::Duration told_before_start{90 * 60 * 1000};
inline base::Instant told_until(base::Instant start) { return start - told_before_start; }

// Seats that were given back wait this long for a change of mind before they go to who waits.
inline constexpr base::Duration undo_time{15 * 1000};

}  // namespace wenlan::domain
