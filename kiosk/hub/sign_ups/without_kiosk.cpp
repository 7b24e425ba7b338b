// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/sign_ups/without_kiosk.h"

#include "sync/sign_ups/sealed_form.h"

namespace wenlan::hub {

base::Result<store::SignUpRow> enter(SignUpGround& ground, const Entry& entry, base::Instant now) {
    TRY(ground.keys.refresh(ground.disk));
    const domain::Answers answers = domain::tidied(entry.answers);
    sync::Operation operation;
    operation.kind = sync::OperationKind::sign_up;
    operation.id.bytes = entry.id.bytes;
    operation.centre = ground.centre;
    operation.kiosk = 0;
    operation.sign_up = entry.id;
    operation.occasion = entry.occasion;
    operation.listing = entry.listing;
    operation.party = domain::party_of(answers);
    operation.source = entry.source;
    operation.walking_in = entry.walking_in;
    operation.entered = now;
    operation.sealed =
        TRY(sync::seal_form({entry.id, answers}, ground.keys.seal_key(), ground.random));
    auto transaction = TRY(ground.store.begin());
    Effect effect = TRY(take_sign_up(ground, operation, now));
    base::ensure(effect.row.has_value(), "a sign-up that was taken has a row");
    TRY(transaction.commit());
    return std::move(*effect.row);
}

base::Result<std::optional<store::SignUpRow>> change_by_code(SignUpGround& ground,
                                                             const CodeChange& change,
                                                             base::Instant now) {
    TRY(ground.keys.refresh(ground.disk));
    sync::Operation operation;
    operation.kind = change.kind;
    ground.random.fill(operation.id.bytes);
    operation.centre = ground.centre;
    operation.kiosk = 0;
    operation.sign_up = change.sign_up;
    operation.party = change.party;
    operation.entered = now;
    operation.sealed =
        TRY(sync::seal_proof({operation.id, std::string(change.code), std::string(change.tail)},
                             ground.keys.seal_key(), ground.random));
    auto transaction = TRY(ground.store.begin());
    Effect effect = TRY(change_sign_up(ground, operation, now));
    if (effect.verdict != sync::Verdict::done) return std::optional<store::SignUpRow>{};
    TRY(transaction.commit());
    return effect.row;
}

}  // namespace wenlan::hub
