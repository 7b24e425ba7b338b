// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace wenlan::base {

// Mistakes that can be made on purpose, one at a time, so that the simulator's checkers can prove
// that they would find them. They exist only in a build with WENLAN_BUGS; in every other build each
// `planted` is a plain no.
enum class Bug {
    none,
    // at the kiosk
    outbox_not_synced,
    deleted_before_receipt,
    resealed_on_retry,
    right_not_marked_spent,
    grant_taken_up_again,
    kept_without_right,
    kept_whatever_the_hub_says,
    stale_status_believed,
    gives_up_after_failures,
    shown_before_committed,
    // at the hub
    effect_before_its_row,
    receipt_before_commit,
    rights_reclaimed_on_expiry,
    rights_not_counted,
    rights_without_limit,
    order_by_kiosk_clock,
    hold_not_released,
    holds_not_counted,
    reserve_spent_twice,
    reserve_given_back_twice,
    promotion_splits_a_party,
    promotion_after_the_deadline,
    promotion_forgets_the_version,
    cancelled_seats_stay_taken,
    undo_whatever_is_free,
    called_off_goes_on,
    one_bad_letter_stops_all,
    count,
};

#ifdef WENLAN_BUGS
// Of this thread.
inline thread_local Bug planted_now = Bug::none;
inline bool planted(Bug bug) { return planted_now == bug; }
#else
constexpr bool planted(Bug) { return false; }
#endif

}  // namespace wenlan::base
