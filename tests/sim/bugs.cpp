// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/bugs.h"

#include <array>

namespace wenlan::sim {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(base::Bug::count)> names = {
    "none",
    "outbox_not_synced",
    "deleted_before_receipt",
    "resealed_on_retry",
    "right_not_marked_spent",
    "grant_taken_up_again",
    "kept_without_right",
    "kept_whatever_the_hub_says",
    "stale_status_believed",
    "gives_up_after_failures",
    "shown_before_committed",
    "effect_before_its_row",
    "receipt_before_commit",
    "rights_reclaimed_on_expiry",
    "rights_not_counted",
    "rights_without_limit",
    "order_by_kiosk_clock",
    "hold_not_released",
    "holds_not_counted",
    "reserve_spent_twice",
    "reserve_given_back_twice",
    "promotion_splits_a_party",
    "promotion_after_the_deadline",
    "promotion_forgets_the_version",
    "cancelled_seats_stay_taken",
    "undo_whatever_is_free",
    "called_off_goes_on",
    "one_bad_letter_stops_all",
};

}  // namespace

bool bugs_are_built_in() {
#ifdef WENLAN_BUGS
    return true;
#else
    return false;
#endif
}

std::vector<std::string> bug_names() { return {names.begin() + 1, names.end()}; }

std::optional<base::Bug> bug_named(std::string_view name) {
    for (std::size_t i = 1; i < names.size(); ++i) {
        if (names[i] == name) return static_cast<base::Bug>(i);
    }
    return std::nullopt;
}

void plant([[maybe_unused]] base::Bug bug) {
#ifdef WENLAN_BUGS
    base::planted_now = bug;
#endif
}

}  // namespace wenlan::sim
