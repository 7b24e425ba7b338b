// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/seats.h"

namespace wenlan::domain {

std::optional<SeatsTaken> seats_for(const SeatBook& book, int party, Channel channel,
                                    ReserveUse use) {
    if (book.capacity == 0) return SeatsTaken{party, 0};
    if (party < 1 || party > free_seats(book, channel)) return std::nullopt;
    const int open_to_all = free_seats(book, Channel::phone);
    const int wanted = use == ReserveUse::first ? party : std::max(0, party - open_to_all);
    return SeatsTaken{party, std::min(book.walk_in_reserve, wanted)};
}

SeatsTaken shrunk(const SeatsTaken& taken, int seats) {
    return {seats, std::min(taken.from_reserve, seats)};
}

bool in_balance(const SeatBook& book) {
    if (book.capacity == 0) return true;
    return book.confirmed + book.outstanding_rights + book.held + book.walk_in_reserve <=
           book.capacity;
}

int rights_to_grant(const SeatBook& book, const RightsAsked& asked) {
    constexpr int quarter = 4;
    constexpr int each_max = 6;
    constexpr int left_to_all = 2;
    if (book.capacity == 0 || asked.waiting > 0 || asked.kiosks < 1) return 0;
    const int all = book.capacity / quarter;
    const int each = std::min(each_max, std::max(1, all / asked.kiosks));
    const int free = free_seats(book, Channel::phone) - left_to_all;
    return std::max(0, std::min({each - asked.of_this, all - book.outstanding_rights, free}));
}

}  // namespace wenlan::domain
