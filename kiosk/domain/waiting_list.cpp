// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/waiting_list.h"

namespace wenlan::domain {

std::optional<std::size_t> first_that_fits(std::span<const Waiting> list, const SeatBook& book) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (seats_for(book, list[i].party, list[i].channel)) return i;
    }
    return std::nullopt;
}

}  // namespace wenlan::domain
