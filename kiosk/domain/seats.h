// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <optional>

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

// The one place that says what is free: confirmed + rights + holds (+ reserve for phones) <=
// capacity.
inline int free_seats(const SeatBook& book, Channel channel) {
    const int taken = book.confirmed + book.outstanding_rights + book.held;
    const int kept = channel == Channel::phone ? book.walk_in_reserve : 0;
    return std::max(0, book.capacity - taken - kept);
}

// Whose seats a taking draws on first: what is free to all, or the places kept for walk-ins.
enum class ReserveUse { last, first };

// What one party or one hold takes; what came out of the reserve goes back there.
struct SeatsTaken {
    int seats = 0;
    int from_reserve = 0;

    bool operator==(const SeatsTaken&) const = default;
};

// How a party would be seated; none: it does not fit. Where no seat is counted everyone fits.
std::optional<SeatsTaken> seats_for(const SeatBook& book, int party, Channel channel,
                                    ReserveUse use = ReserveUse::last);

// What is left to it when only so many stay: the reserve gets its own back last.
SeatsTaken shrunk(const SeatsTaken& taken, int seats);

// confirmed + rights + holds + remaining reserve <= capacity.
bool in_balance(const SeatBook& book);

// How many numbered rights a kiosk may be handed now, so that it can promise seats while it hears
// nothing: few for each, at most a quarter of the seats for all together, none that anyone waits
// for, none of the reserve, and the last seats stay where everyone sees them.
struct RightsAsked {
    int kiosks = 1;   // that may ask
    int of_this = 0;  // outstanding with the one that asks
    int waiting = 0;  // parties on the waiting list
};
int rights_to_grant(const SeatBook& book, const RightsAsked& asked);

}  // namespace wenlan::domain
