// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/arrival.h"

#include "domain/waiting_list.h"

namespace wenlan::domain {

namespace {

// Its own hold counts as free for it.
SeatBook without_hold(SeatBook book, const Arrival& arrival) {
    book.held -= arrival.held;
    book.walk_in_reserve += arrival.held_from_reserve;
    return book;
}

Answered declined(Why why) { return {SignUpState::declined, why, {}}; }

}  // namespace

bool OccasionRules::open_at(base::Instant now) const {
    if (state == OccasionState::cancelled || now >= end) return false;
    if (opens && now < *opens) return false;
    return !closes || now < *closes;
}

Answered answer_to(const OccasionRules& rules, const SeatBook& book, const Arrival& arrival,
                   bool others_wait, base::Instant now) {
    if (rules.state == OccasionState::cancelled) return declined(Why::called_off);
    if (arrival.has_rights) return {SignUpState::confirmed, Why::none, {arrival.party, 0}};
    if (now >= rules.end) return declined(Why::closed);
    if (rules.opens && now < *rules.opens) return declined(Why::not_opened);
    // Whoever stands at the door is let in after sign-up has closed.
    if (rules.closes && now >= *rules.closes && !arrival.walking_in) return declined(Why::closed);
    if (rules.by_lot && !arrival.walking_in) return {SignUpState::waitlisted, Why::none, {}};
    const ReserveUse use = arrival.walking_in ? ReserveUse::first : ReserveUse::last;
    const auto taken = seats_for(without_hold(book, arrival), arrival.party, arrival.channel, use);
    const bool goes_first = arrival.walking_in || arrival.held >= arrival.party;
    if (taken && (goes_first || !others_wait)) {
        return {SignUpState::confirmed, Why::none, *taken};
    }
    if (now >= told_until(rules.start)) return declined(Why::full);
    return {SignUpState::waitlisted, Why::none, {}};
}

std::optional<int> present_after(int party, int present, int more) {
    if (more < 1 || present + more > party) return std::nullopt;
    return present + more;
}

}  // namespace wenlan::domain
