// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/editing_locks.h"

namespace wenlan::hub::desk {

Editing EditingLocks::beat(domain::ListingId listing, const Editing& wanted, base::Duration now) {
    const std::lock_guard guard(lock_);
    std::erase_if(held_,
                  [now](const auto& one) { return now - one.second.heard > editing_free_after; });
    Held& held = held_.try_emplace(listing, Held{wanted, now}).first->second;
    if (held.by.session == wanted.session) held.heard = now;
    return held.by;
}

void EditingLocks::leave(domain::ListingId listing, const std::string& session) {
    const std::lock_guard guard(lock_);
    const auto held = held_.find(listing);
    if (held != held_.end() && held->second.by.session == session) held_.erase(held);
}

std::optional<Editing> EditingLocks::of(domain::ListingId listing, base::Duration now) {
    const std::lock_guard guard(lock_);
    const auto held = held_.find(listing);
    if (held == held_.end() || now - held->second.heard > editing_free_after) return std::nullopt;
    return held->second.by;
}

std::optional<Editing> EditingLocks::other(domain::ListingId listing, const std::string& session,
                                           base::Duration now) {
    auto held = of(listing, now);
    if (!held || held->session == session) return std::nullopt;
    return held;
}

}  // namespace wenlan::hub::desk
