// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/sign_ups/ground.h"

#include "base/log.h"

namespace wenlan::hub {

base::Result<sync::SignUpStatus> status_of(store::SignUpStore& store, const store::SignUpRow& row) {
    sync::SignUpStatus status;
    status.id = row.id;
    status.state = row.state;
    status.why = row.why;
    status.version = row.version;
    status.party = row.party;
    status.present = row.present;
    status.place = TRY(store.place(row));
    status.code = row.code;
    return status;
}

bool step(store::SignUpRow& row, domain::SignUpStep step, domain::Why why) {
    const auto state = domain::after(row.state, step);
    if (!state) return false;
    row.state = *state;
    row.why = why;
    ++row.version;
    if (row.state != domain::SignUpState::waitlisted) row.list_order.reset();
    if (!domain::holds_seats(row.state)) row.taken = {};
    return true;
}

base::Result<bool> somebody_fits(store::SignUpStore& store, const store::OccasionBook& book) {
    if (book.waiting == 0 || book.seats.capacity == 0) return false;
    const auto list =
        TRY(store.waiting(book.occasion, domain::free_seats(book.seats, domain::Channel::screen),
                          domain::free_seats(book.seats, domain::Channel::phone)));
    return domain::first_that_fits(list, book.seats).has_value();
}

domain::Answers personal_of(const SignUpKeys& keys, const store::SignUpRow& row) {
    const sync::FieldKey* const key = keys.personal(row.personal_key);
    if (key == nullptr || row.personal.empty()) return {};
    const auto plain = sync::decrypt_field(*key, row.personal, row.id.raw());
    if (!plain) {
        base::log::error("reading what is kept of a sign-up", plain.error());
        return {};
    }
    const auto answers = sync::read_answers(plain.value());
    return answers ? answers.value() : domain::Answers{};
}

}  // namespace wenlan::hub
