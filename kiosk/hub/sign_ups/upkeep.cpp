// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/sign_ups/upkeep.h"

#include <algorithm>

#include "base/planted_bug.h"
#include "domain/waiting_list.h"

namespace wenlan::hub {

using base::Bug;
using base::planted;
using domain::SignUpState;
using domain::SignUpStep;
using domain::Why;

namespace {

base::Result<void> end_holds(SignUpGround& ground, base::Instant now) {
    if (planted(Bug::hold_not_released)) return {};
    for (store::HoldRow hold : TRY(ground.store.ended_holds(now))) {
        hold.taken = {};
        TRY(ground.store.put_hold(hold));
    }
    return {};
}

// One party after the other, each by the books as they are then.
base::Result<void> promote(SignUpGround& ground, domain::OccasionId occasion) {
    while (true) {
        const auto book = TRY(ground.store.occasion(occasion));
        if (!book || book->waiting == 0) return {};
        const auto list = TRY(
            ground.store.waiting(occasion, domain::free_seats(book->seats, domain::Channel::screen),
                                 domain::free_seats(book->seats, domain::Channel::phone)));
        auto first = domain::first_that_fits(list, book->seats);
        const int free = domain::free_seats(book->seats, domain::Channel::screen);
        const bool split = planted(Bug::promotion_splits_a_party) && free > 0;
        if (!first && split && !list.empty()) first = 0;
        if (!first) return {};
        const auto before = TRY(ground.store.sign_up(list[*first].id));
        if (!before) return {};
        store::SignUpRow row = *before;
        if (!step(row, SignUpStep::confirm, Why::none)) return {};
        row.taken = domain::seats_for(book->seats, row.party, domain::channel_of(row.source))
                        .value_or(domain::SeatsTaken{split ? free : row.party, 0});
        row.to_tell = "promoted";
        if (planted(Bug::promotion_forgets_the_version)) {
            row.version = before->version;
        }
        TRY(ground.store.change(*before, row));
    }
}

// Nobody could be told in time any more.
base::Result<void> end_waiting(SignUpGround& ground, domain::OccasionId occasion) {
    for (const store::SignUpRow& before : TRY(ground.store.of_occasion(occasion))) {
        store::SignUpRow row = before;
        if (row.state != SignUpState::waitlisted ||
            !step(row, SignUpStep::decline, Why::not_reached)) {
            continue;
        }
        row.to_tell = "not reached";
        TRY(ground.store.change(before, row));
    }
    return {};
}

// Whoever has not come gives the seats up; of a party that came in part, the rest does.
base::Result<void> let_no_shows_go(SignUpGround& ground, store::OccasionBook book) {
    for (const store::SignUpRow& before : TRY(ground.store.of_occasion(book.occasion))) {
        store::SignUpRow row = before;
        if (row.state == SignUpState::confirmed) {
            // Who walked in was here when the seats were taken.
            const bool here = row.walking_in;
            const domain::SeatsTaken taken = row.taken;
            if (!step(row, here ? SignUpStep::check_in : SignUpStep::miss, Why::none)) continue;
            if (here) {
                row.present = row.party;
                row.taken = taken;
            }
        } else if (row.state == SignUpState::checked_in && row.present < row.taken.seats) {
            row.taken = domain::shrunk(row.taken, row.present);
            ++row.version;
        } else {
            continue;
        }
        TRY(ground.store.change(before, row));
    }
    book.no_shows_out = true;
    return ground.store.set_occasion_marks(book);
}

base::Result<void> keep_up_with(SignUpGround& ground, const store::OccasionBook& book,
                                base::Instant now) {
    const bool off = book.rules.state == domain::OccasionState::cancelled;
    const bool over = now >= domain::told_until(book.rules.start);
    if (book.waiting > 0 && !book.rules.by_lot && (!off || planted(Bug::called_off_goes_on))) {
        const bool in_time = !over || planted(Bug::promotion_after_the_deadline);
        const bool settled = now >= book.given_back + domain::undo_time;
        if (in_time && settled) TRY(promote(ground, book.occasion));
        if (over && !planted(Bug::promotion_after_the_deadline)) {
            TRY(end_waiting(ground, book.occasion));
        }
    }
    if (!book.no_shows_out && now >= book.rules.start + domain::no_show_after) {
        TRY(let_no_shows_go(ground, book));
    }
    return {};
}

}  // namespace

base::Result<void> keep_up(SignUpGround& ground, base::Instant now) {
    auto transaction = TRY(ground.store.begin());
    TRY(end_holds(ground, now));
    for (const auto& row : ground.late_replies) (void)ground.store.insert_reply(row).ok();
    ground.late_replies.clear();
    if (planted(Bug::rights_reclaimed_on_expiry)) TRY(ground.store.reclaim_expired(now));
    for (const store::OccasionBook& book : TRY(ground.store.current_occasions(now))) {
        TRY(keep_up_with(ground, book, now));
    }
    return transaction.commit();
}

base::Result<int> delete_what_is_past(SignUpGround& ground, base::Instant now) {
    auto transaction = TRY(ground.store.begin());
    const int deleted = TRY(ground.store.delete_personal(now));
    TRY(ground.store.delete_old(now));
    TRY(transaction.commit());
    // A key that nothing is encrypted with any more, of a month that is over.
    const auto today = base::CivilDate::of(std::chrono::floor<std::chrono::days>(now));
    for (const int number : ground.keys.personal_numbers()) {
        if (number >= today.year * 100 + today.month) continue;
        if (TRY(ground.store.personal_left(number)) > 0) continue;
        TRY(ground.keys.drop_personal(number, ground.disk));
    }
    return deleted;
}

base::Result<std::vector<sync::SeatGrant>> rights_for(SignUpGround& ground, int kiosk,
                                                      base::Instant now) {
    constexpr std::size_t occasions_max = 40;
    constexpr base::Duration before_start = std::chrono::hours{2};
    auto transaction = TRY(ground.store.begin());
    std::size_t looked_at = 0;
    for (const store::OccasionBook& book : TRY(ground.store.current_occasions(now))) {
        if (book.rules.start > now + ground.policy.rights_ahead) break;
        if (++looked_at > occasions_max) break;
        const base::Instant use_until =
            std::min(now + ground.policy.rights_for, book.rules.start - before_start);
        if (book.rules.by_lot || !book.rules.open_at(now) || use_until <= now) continue;
        const int has = TRY(ground.store.rights_with(kiosk, book.occasion));
        int count = domain::rights_to_grant(book.seats, {ground.kiosks.count(), has, book.waiting});
        if (planted(Bug::rights_without_limit) && book.seats.capacity > 0) count = 3;
        if (count == 0) continue;
        TRY(ground.store.insert_grant({0, kiosk, book.occasion, count, use_until}));
    }
    std::vector<sync::SeatGrant> grants;
    for (const store::GrantRow& grant : TRY(ground.store.grants_of(kiosk))) {
        grants.push_back({grant.id, grant.occasion, grant.count, grant.use_until});
    }
    TRY(transaction.commit());
    return grants;
}

}  // namespace wenlan::hub
