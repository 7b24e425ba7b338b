// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace wenlan::domain {

// Where a seat is asked for. Phones may not spend the places kept for walk-ins.
enum class Channel { screen, desk, phone };

// The books of one occasion, in seats. A capacity of 0 means that no seat is counted.
struct SeatBook {
    int capacity = 0;
    int confirmed = 0;
    int outstanding_rights = 0;
    int held = 0;
    int walk_in_reserve = 0;  // what remains of the places kept for walk-ins

    bool operator==(const SeatBook&) const = default;
};

// The one place that says what is free: confirmed + rights + holds (+ reserve for phones) <= capacity.
inline int free_seats(const SeatBook& book, Channel channel) {
    const int taken = book.confirmed + book.outstanding_rights + book.held;
    const int kept = channel == Channel::phone ? book.walk_in_reserve : 0;
    return std::max(0, book.capacity - taken - kept);
}

}  // namespace wenlan::domain
