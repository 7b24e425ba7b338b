// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/pocket/seats.h"

namespace wenlan::hub::pocket {

base::Result<std::optional<PhoneSeats>> Seats::of(domain::OccasionId occasion, base::Instant now) {
    using namespace std::chrono_literals;
    const std::lock_guard guard(lock_);
    const bool lately = counted_ && now >= *counted_ && now - *counted_ < 2s;
    if (!lately) {
        std::map<domain::OccasionId, PhoneSeats> fresh;
        const auto count = [&](SignUpHub& hub) -> base::Result<void> {
            for (const auto& book : TRY(hub.office().rows().current_occasions(now))) {
                PhoneSeats seats;
                seats.rules = book.rules;
                seats.capacity = book.seats.capacity;
                seats.free = domain::free_seats(book.seats, domain::Channel::phone);
                seats.waited_for = book.waiting > 0;
                seats.as_of = now;
                fresh.emplace(book.occasion, seats);
            }
            return {};
        };
        TRY(sign_ups_.with_hub(count));
        seats_ = std::move(fresh);
        counted_ = now;
    }
    const auto found = seats_.find(occasion);
    if (found == seats_.end()) return std::optional<PhoneSeats>{};
    return std::optional{found->second};
}

void Seats::count_again() {
    const std::lock_guard guard(lock_);
    counted_.reset();
}

}  // namespace wenlan::hub::pocket
