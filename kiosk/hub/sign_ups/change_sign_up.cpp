// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/planted_bug.h"
#include "hub/sign_ups/effects.h"

// Somebody who has a sign-up's code changes it.
namespace wenlan::hub {

using base::Bug;
using base::planted;
using domain::SignUpState;
using domain::SignUpStep;
using domain::Why;

namespace {

enum class Proven { yes, no, unreadable };

Proven proven(const SignUpGround& ground, const sync::Operation& operation,
              const store::SignUpRow& row) {
    const sync::OpeningKey* const opening =
        ground.keys.opening(sync::seal_key_number(operation.sealed));
    if (opening == nullptr) return Proven::unreadable;
    const auto proof = sync::open_proof(operation.sealed, *opening);
    if (!proof) return Proven::unreadable;
    if (proof.value().operation != operation.id) return Proven::no;
    const store::Digest key = code_key(ground.keys, proof.value().code, proof.value().tail);
    return key == row.code_key || key == row.kiosk_code_key ? Proven::yes : Proven::no;
}

// Seats came free: they wait a little for a change of mind, then go to who waits.
base::Result<void> seats_came_free(SignUpGround& ground, const store::SignUpRow& before,
                                   base::Instant now) {
    if (before.taken.seats == 0) return {};
    auto book = TRY(ground.store.occasion(before.occasion));
    if (!book) return {};
    book->given_back = now;
    return ground.store.set_occasion_marks(*book);
}

base::Result<bool> undo(SignUpGround& ground, store::SignUpRow& row, base::Instant now) {
    if (row.state != SignUpState::cancelled || row.why != Why::by_person) return false;
    const auto book = TRY(ground.store.occasion(row.occasion));
    if (!book) return step(row, SignUpStep::undo, Why::none);
    if (book->rules.state == domain::OccasionState::cancelled || now >= book->rules.end) {
        return false;
    }
    const auto seats = domain::seats_for(book->seats, row.party, domain::channel_of(row.source));
    // Before lots are drawn nobody has seats.
    if ((seats && !book->rules.by_lot) || planted(Bug::undo_whatever_is_free)) {
        if (!step(row, SignUpStep::undo, Why::none)) return false;
        row.taken = seats.value_or(domain::SeatsTaken{row.party, 0});
        return true;
    }
    if (now >= domain::told_until(book->rules.start)) return false;
    if (!step(row, SignUpStep::undo_to_waiting, Why::none)) return false;
    row.list_order = TRY(ground.store.last_order(row.occasion)) + 1;
    return true;
}

bool shrink(store::SignUpRow& row, int party) {
    if (party < 1 || party >= row.party || party < row.present) return false;
    const domain::SeatsTaken taken = row.taken;
    if (!step(row, SignUpStep::shrink, row.why)) return false;
    row.party = party;
    row.taken = domain::shrunk(taken, std::min(taken.seats, party));
    return true;
}

bool check_in(store::SignUpRow& row, int more) {
    const auto present = domain::present_after(row.party, row.present, more);
    if (!present || !step(row, SignUpStep::check_in, Why::none)) return false;
    row.present = *present;
    return true;
}

base::Result<bool> changed(SignUpGround& ground, const sync::Operation& operation,
                           store::SignUpRow& row, base::Instant now) {
    switch (operation.kind) {
        case sync::OperationKind::cancel:
            return step(row, SignUpStep::cancel, Why::by_person);
        case sync::OperationKind::undo:
            return undo(ground, row, now);
        case sync::OperationKind::shrink:
            return shrink(row, operation.party);
        case sync::OperationKind::check_in:
            return check_in(row, operation.party);
        case sync::OperationKind::sign_up:
        case sync::OperationKind::return_rights:
            break;
    }
    return false;
}

}  // namespace

base::Result<Effect> change_sign_up(SignUpGround& ground, const sync::Operation& operation,
                                    base::Instant now) {
    Effect effect;
    const auto before = TRY(ground.store.sign_up(operation.sign_up));
    if (!before) {
        effect.verdict = sync::Verdict::refused;
        return effect;
    }
    effect.row = before;
    effect.keep_until = before->delete_at;
    switch (proven(ground, operation, *before)) {
        case Proven::yes:
            break;
        case Proven::no:
            // A stranger is not told where it stands.
            effect.verdict = sync::Verdict::refused;
            effect.row.reset();
            return effect;
        case Proven::unreadable:
            effect.verdict = sync::Verdict::dead_letter;
            effect.odd = "a proof that cannot be opened";
            return effect;
    }
    store::SignUpRow row = *before;
    if (!TRY(changed(ground, operation, row, now))) {
        effect.verdict = sync::Verdict::refused;
        return effect;
    }
    TRY(ground.store.change(*before, row));
    if (row.taken.seats < before->taken.seats) TRY(seats_came_free(ground, *before, now));
    effect.row = std::move(row);
    return effect;
}

}  // namespace wenlan::hub
