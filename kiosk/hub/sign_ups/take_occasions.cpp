// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/planted_bug.h"
#include "hub/sign_ups/upkeep.h"

namespace wenlan::hub {

using base::Bug;
using base::planted;
using domain::SignUpState;
using domain::SignUpStep;
using domain::Why;

namespace {

store::OccasionBook book_of(const OccasionNow& now) {
    const domain::Occasion& occasion = now.occasion;
    store::OccasionBook book;
    book.elsewhere = now.taken_elsewhere;
    book.occasion = occasion.id;
    book.listing = occasion.listing;
    book.rules.start = occasion.start;
    book.rules.end = occasion.end;
    book.rules.opens = occasion.signup_opens;
    book.rules.closes = occasion.signup_closes;
    book.rules.state = occasion.state;
    book.seats.capacity = occasion.capacity;
    book.walk_in_places = occasion.walk_in_places;
    return book;
}

// There is nothing to come to any more.
base::Result<void> call_off(SignUpGround& ground, domain::OccasionId occasion) {
    if (planted(Bug::called_off_goes_on)) return {};
    for (const store::SignUpRow& before : TRY(ground.store.of_occasion(occasion))) {
        store::SignUpRow row = before;
        if (!step(row, SignUpStep::cancel, Why::called_off)) continue;
        row.to_tell = "called off";
        TRY(ground.store.change(before, row));
    }
    return {};
}

base::Result<void> tell_of_move(SignUpGround& ground, domain::OccasionId occasion) {
    for (const store::SignUpRow& before : TRY(ground.store.of_occasion(occasion))) {
        if (!domain::live(before.state)) continue;
        store::SignUpRow row = before;
        row.to_tell = "moved";
        ++row.version;
        TRY(ground.store.change(before, row));
    }
    return {};
}

// Sign-ups that came before their occasion was known here.
base::Result<void> place_waiting_rows(SignUpGround& ground, base::Instant now) {
    for (const store::SignUpRow& before : TRY(ground.store.unplaced())) {
        const auto book = TRY(ground.store.occasion(before.occasion));
        if (!book) continue;
        domain::Arrival arrival;
        arrival.party = before.party;
        arrival.channel = domain::channel_of(before.source);
        arrival.walking_in = before.walking_in;
        const bool others_wait = TRY(somebody_fits(ground.store, *book));
        const auto answered = answer_to(book->rules, book->seats, arrival, others_wait, now);
        const SignUpStep how = answered.state == SignUpState::confirmed    ? SignUpStep::confirm
                               : answered.state == SignUpState::waitlisted ? SignUpStep::waitlist
                                                                           : SignUpStep::decline;
        store::SignUpRow row = before;
        if (!step(row, how, answered.why)) continue;
        row.taken = answered.taken;
        if (row.state == SignUpState::waitlisted) {
            row.list_order = TRY(ground.store.last_order(book->occasion)) + 1;
        }
        TRY(ground.store.change(before, row));
    }
    return {};
}

}  // namespace

base::Result<void> take_occasions(SignUpGround& ground, std::span<const OccasionNow> occasions,
                                  base::Instant now) {
    auto transaction = TRY(ground.store.begin());
    for (const OccasionNow& said : occasions) {
        const domain::Occasion& occasion = said.occasion;
        const auto known = TRY(ground.store.occasion(occasion.id));
        const store::OccasionBook book = book_of(said);
        TRY(ground.store.put_occasion(book));
        const bool off = book.rules.state == domain::OccasionState::cancelled;
        if (off) {
            TRY(call_off(ground, occasion.id));
        } else if (known && known->rules.start != book.rules.start) {
            TRY(tell_of_move(ground, occasion.id));
        }
    }
    TRY(place_waiting_rows(ground, now));
    return transaction.commit();
}

}  // namespace wenlan::hub
