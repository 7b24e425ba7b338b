// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "station/sign_ups.h"
#include "sync/sign_ups/look_up.h"

// Looking up what was taken, and changing it.
namespace wenlan::station {

using domain::SignUpState;
using model::ChangeOutcome;

namespace {

using namespace std::chrono_literals;

constexpr base::Duration answer_limit = 1500ms;
constexpr int tries_max = 5;
constexpr base::Duration locked_for = 10min;

bool four_digits(std::string_view tail) {
    return tail.size() == 4 &&
           std::all_of(tail.begin(), tail.end(), [](char c) { return c >= '0' && c <= '9'; });
}

model::FoundSignUp found_here(const store::TakenSignUp& taken) {
    model::FoundSignUp found;
    found.id = taken.id;
    found.listing = taken.listing;
    found.occasion = taken.occasion;
    found.state = taken.status.state;
    // Seats that were set aside for this screen are kept, whether the hub has heard or not.
    if (found.state == SignUpState::requested && taken.with_rights) {
        found.state = SignUpState::confirmed;
    }
    if (taken.asked) found.state = *taken.asked;
    found.why = taken.status.why;
    found.party = taken.status.party;
    found.present = taken.status.present;
    found.place = taken.status.place;
    const std::string& plain = taken.status.hub_code.empty() ? taken.code : taken.status.hub_code;
    if (const auto code = domain::read_code(plain)) found.code = code->shown();
    return found;
}

}  // namespace

base::Result<bool> SignUps::locked() {
    const auto tries = TRY(parts_.outbox.tries());
    const base::Instant now = parts_.clock.now();
    // A clock that was set back does not lock for longer than ten minutes.
    return now < tries.locked_until && tries.locked_until - now <= locked_for;
}

base::Result<void> SignUps::count_try(bool right) {
    auto tries = TRY(parts_.outbox.tries());
    if (right) {
        if (tries.wrong == 0) return {};
        return parts_.outbox.set_tries({0, {}});
    }
    ++tries.wrong;
    if (tries.wrong >= tries_max) {
        tries = {0, parts_.clock.now() + locked_for};
    }
    return parts_.outbox.set_tries(tries);
}

base::Result<std::optional<store::TakenSignUp>> SignUps::find_here(const domain::Code& code,
                                                                   std::string_view tail) {
    const auto taken = TRY(parts_.outbox.taken_by_code(code.plain()));
    // What is not here takes as long as what is.
    const sync::Salt salt = taken ? taken->salt : sync::Salt{};
    const auto own = taken ? domain::read_code(taken->code) : std::nullopt;
    const sync::Hash hash = TRY(verifier(own ? *own : code, tail, salt));
    const auto as_text = [](const auto& bytes) {
        return std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    };
    const bool right =
        taken && sync::equal_in_constant_time(as_text(hash.bytes), as_text(taken->verifier));
    return right ? taken : std::optional<store::TakenSignUp>{};
}

std::optional<model::LookUpOutcome> SignUps::ask_hub(const domain::Code& code,
                                                     std::string_view tail) {
    if (parts_.delivery.just_failed()) return std::nullopt;
    const auto key = seal_key();
    if (!key) return std::nullopt;
    const sync::OpeningKey once = sync::OpeningKey::make(parts_.random);
    const auto sealed = sync::seal_question({once.seal_key(), code.plain(), std::string(tail)},
                                            key.value(), parts_.random);
    if (!sealed) return std::nullopt;
    const auto answered = parts_.line.ask(sync::look_up_path, sealed.value(), answer_limit);
    if (!answered) return std::nullopt;
    const auto answer = sync::open_answer(answered.value(), once);
    if (!answer) return std::nullopt;
    model::LookUpOutcome outcome;
    outcome.from_hub = true;
    outcome.locked = answer.value().wait;
    if (!answer.value().found) return outcome;
    const sync::SignUpStatus& status = answer.value().status;
    model::FoundSignUp found;
    found.id = status.id;
    found.listing = answer.value().listing;
    found.occasion = answer.value().occasion;
    found.state = status.state;
    found.why = status.why;
    found.party = status.party;
    found.present = status.present;
    found.place = status.place;
    const auto shown = domain::read_code(status.code);
    found.code = shown ? shown->shown() : code.shown();
    found.name = answer.value().name;
    found.masked_phone = answer.value().masked_phone;
    outcome.found = found;
    return outcome;
}

model::LookUpOutcome SignUps::look_up(std::string_view typed_code, std::string_view tail) {
    model::LookUpOutcome outcome;
    const auto is_locked = locked();
    if (!is_locked) {
        outcome.failure = is_locked.error();
        return outcome;
    }
    outcome.locked = is_locked.value();
    if (outcome.locked) return outcome;
    const auto code = domain::read_code(typed_code);
    // What cannot be a code was mistyped: nobody guesses with it.
    if (!code || (!code->suffices() && !four_digits(tail))) return outcome;
    const std::string_view used_tail = code->suffices() ? std::string_view{} : tail;
    if (auto asked = ask_hub(*code, used_tail)) {
        outcome = std::move(*asked);
    }
    // What the hub has not heard of yet is here.
    if (!outcome.found && !outcome.locked) {
        const auto here = find_here(*code, used_tail);
        if (!here) {
            outcome.failure = here.error();
            return outcome;
        }
        if (here.value()) outcome.found = found_here(*here.value());
    }
    if (const auto counted = count_try(outcome.found.has_value()); !counted) {
        outcome.found.reset();
        outcome.failure = counted.error();
    }
    return outcome;
}

base::Result<domain::OperationId> SignUps::keep_change(const Proof& proof, const domain::Code& code,
                                                       sync::OperationKind kind, int party,
                                                       std::optional<SignUpState> shown) {
    const sync::KioskIdentity& identity = parts_.delivery.identity();
    sync::Operation operation;
    operation.kind = kind;
    parts_.random.fill(operation.id.bytes);
    operation.centre = identity.centre;
    operation.kiosk = identity.number;
    operation.sequence = TRY(parts_.outbox.next_sequence());
    operation.sign_up = proof.id;
    operation.occasion = proof.occasion;
    operation.party = party;
    operation.entered = std::max(base::Instant{}, parts_.clock.now());
    const sync::NumberedSealKey hub_key = TRY(seal_key());
    const std::string tail = code.suffices() ? std::string{} : proof.tail;
    operation.sealed =
        TRY(sync::seal_proof({operation.id, code.plain(), tail}, hub_key, parts_.random));
    store::Outbox::Keeping keeping;
    keeping.operation = {operation.sequence, operation.id, operation.sign_up,
                         sync::sign_operation(operation, *identity.key)};
    keeping.asked = shown;
    TRY(parts_.outbox.keep(keeping));
    return operation.id;
}

ChangeOutcome SignUps::change(const Proof& proof, sync::OperationKind kind, int party,
                              std::optional<SignUpState> shown) {
    ChangeOutcome outcome;
    const auto is_locked = locked();
    if (is_locked && is_locked.value()) {
        outcome.did = ChangeOutcome::Did::locked;
        return outcome;
    }
    const auto code = domain::read_code(proof.code);
    if (!code || (!code->suffices() && !four_digits(proof.tail))) {
        outcome.did = ChangeOutcome::Did::refused;
        return outcome;
    }
    // A wrong code is refused before anything is noted; what is not from here only the hub can
    // judge, and it has to be there.
    const auto known = parts_.outbox.taken(proof.id);
    const bool here = known && known.value();
    if (here) {
        const auto right = find_here(*code, code->suffices() ? "" : proof.tail);
        if (!right || !right.value() || right.value()->id != proof.id) {
            if (right) (void)count_try(false).ok();
            outcome.did = ChangeOutcome::Did::refused;
            return outcome;
        }
    } else if (parts_.delivery.just_failed()) {
        outcome.failure = base::Error{"sign-up.not-here",
                                      "Only the centre's office knows this sign-up, and it cannot "
                                      "be reached now."};
        return outcome;
    }
    const auto kept = keep_change(proof, *code, kind, party, here ? shown : std::nullopt);
    if (!kept) {
        outcome.failure = kept.error();
        return outcome;
    }
    const auto receipt = ask_now(kept.value());
    if (!receipt) {
        outcome.did = ChangeOutcome::Did::noted;
        outcome.party = party;
        if (shown) outcome.state = *shown;
        return outcome;
    }
    outcome.did = receipt->verdict == sync::Verdict::done ? ChangeOutcome::Did::done
                                                          : ChangeOutcome::Did::refused;
    outcome.state = receipt->status.state;
    outcome.place = receipt->status.place;
    outcome.party = receipt->status.party;
    return outcome;
}

ChangeOutcome SignUps::cancel(const Proof& proof) {
    return change(proof, sync::OperationKind::cancel, 1, SignUpState::cancelled);
}

ChangeOutcome SignUps::undo(const Proof& proof) {
    return change(proof, sync::OperationKind::undo, 1, SignUpState::requested);
}

ChangeOutcome SignUps::shrink(const Proof& proof, int party) {
    return change(proof, sync::OperationKind::shrink, party, std::nullopt);
}

ChangeOutcome SignUps::check_in(const Proof& proof, int more) {
    return change(proof, sync::OperationKind::check_in, more, std::nullopt);
}

}  // namespace wenlan::station
