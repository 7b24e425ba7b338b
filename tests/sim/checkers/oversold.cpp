// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "sim/checkers/checkers.h"

// Seats: confirmed + rights that are out + holds + what is left of the walk-in reserve never exceed
// the capacity, counted from the rows; and the hub's own counts are what the rows say.
namespace wenlan::sim {

std::string oversold(const Facts& facts) {
    if (facts.hub == nullptr) return {};
    struct Sum {
        int seats = 0;
        int from_reserve = 0;
        int waiting = 0;
    };
    std::map<domain::OccasionId, Sum> sums;
    for (const auto& [id, row] : facts.hub->rows) {
        Sum& sum = sums[row.occasion];
        const bool has = domain::holds_seats(row.state);
        if (!has && row.seats != 0) return short_id(id) + " has seats and no right to them";
        if (has && row.state == domain::SignUpState::confirmed && row.seats != row.party) {
            return "a party of " + std::to_string(row.party) + " has " + std::to_string(row.seats) +
                   " seats";
        }
        sum.seats += row.seats;
        sum.from_reserve += row.from_reserve;
        if (row.state == domain::SignUpState::waitlisted) ++sum.waiting;
    }
    for (const auto& [id, occasion] : facts.hub->occasions) {
        const Sum& sum = sums[id];
        const std::string where = "occasion " + std::to_string(id.value) + ": ";
        const auto known = facts.programme->find(id);
        if (known == facts.programme->end() || known->second.capacity == 0) continue;
        const int capacity = known->second.capacity;
        const int taken = sum.seats + occasion.rights_out + occasion.held;
        const int reserve =
            known->second.walk_in_places - sum.from_reserve - occasion.held_from_reserve;
        if (reserve < 0) return where + "more walk-in places spent than there are";
        if (taken + reserve > capacity) {
            return where + std::to_string(sum.seats) + " seats + " +
                   std::to_string(occasion.rights_out) + " rights + " +
                   std::to_string(occasion.held) + " held + " + std::to_string(reserve) +
                   " kept for walk-ins > " + std::to_string(capacity);
        }
        if (occasion.book.seats.confirmed != sum.seats) {
            return where + "the book says " + std::to_string(occasion.book.seats.confirmed) +
                   " seats, the rows " + std::to_string(sum.seats);
        }
        if (occasion.book.waiting != sum.waiting) return where + "the book of who waits is wrong";
        // What is free by the hub's own function is free by the rows.
        const int free = domain::free_seats(occasion.book.seats, domain::Channel::phone);
        if (free > capacity - taken - reserve) return where + "the book says that more is free";
    }
    return {};
}

}  // namespace wenlan::sim
