// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/sign_ups.h"

#include <algorithm>

#include "base/log.h"
#include "base/planted_bug.h"

namespace wenlan::station {

using base::Bug;
using base::planted;
using domain::SignUpState;
using model::SignUpStamp;

namespace {

using namespace std::chrono_literals;

constexpr base::Duration answer_limit = 1500ms;
constexpr base::Duration kept_after_end = 24h * 7;

}  // namespace

// What is about to be kept.
struct SignUps::Draft {
    domain::SignUpId id;
    domain::Code code;
    int party = 1;
    std::string sealed;
    std::vector<store::HeldRight> rights;
    store::TakenSignUp taken;
};

SignUps::Verifier SignUps::argon2() {
    return [](std::string_view secret, const sync::Salt& salt) {
        return sync::slow_hash(secret, salt, sync::SlowHashCost::interactive);
    };
}

base::Result<sync::NumberedSealKey> SignUps::seal_key() {
    const auto known = TRY(parts_.outbox.seal_key());
    sync::NumberedSealKey key;
    if (known.number == 0 || known.bytes.size() != key.key.bytes.size()) {
        return base::Error{"sign-up.no-key",
                           "This screen has not been in touch with the centre's office yet."};
    }
    key.number = known.number;
    std::copy(known.bytes.begin(), known.bytes.end(), key.key.bytes.begin());
    return key;
}

base::Result<sync::Hash> SignUps::verifier(const domain::Code& code, std::string_view tail,
                                           const sync::Salt& salt) {
    std::string text = code.plain() + '\n';
    if (!code.suffices()) text += tail;
    text += '\n';
    text += parts_.kiosk_secret;
    auto hash = parts_.verifier(text, salt);
    sync::wipe(text.data(), text.size());
    return hash;
}

base::Result<SignUps::Draft> SignUps::draft(const SignUpRequest& request) {
    Draft draft;
    const domain::Answers answers = domain::tidied(request.answers);
    parts_.random.fill(draft.id.bytes);
    const std::string tail = domain::phone_tail(answers);
    draft.code =
        domain::make_code(tail.empty() ? domain::CodeKind::long_one : domain::CodeKind::kiosk,
                          parts_.delivery.identity().number, parts_.random.next_u64());
    draft.party = domain::party_of(answers);
    const sync::NumberedSealKey hub_key = TRY(seal_key());
    draft.sealed = TRY(sync::seal_form({draft.id, answers}, hub_key, parts_.random));

    const auto hub_time = parts_.delivery.hub_time();
    if (request.may_promise && request.seats_counted && !request.walking_in && hub_time) {
        auto rights = TRY(parts_.outbox.unspent(request.occasion, *hub_time));
        if (rights.size() >= static_cast<std::size_t>(draft.party)) {
            rights.resize(static_cast<std::size_t>(draft.party));
            draft.rights = std::move(rights);
        }
    }
    store::TakenSignUp& taken = draft.taken;
    taken.id = draft.id;
    taken.listing = request.listing;
    taken.occasion = request.occasion;
    taken.status.party = draft.party;
    taken.with_rights = !draft.rights.empty();
    taken.code = draft.code.plain();
    parts_.random.fill(taken.salt);
    taken.verifier = TRY(verifier(draft.code, tail, taken.salt)).bytes;
    taken.taken = std::max(base::Instant{}, parts_.clock.now());
    taken.keep_until = request.ends + kept_after_end;
    return draft;
}

base::Result<void> SignUps::keep(Draft& draft, const SignUpRequest& request) {
    sync::Operation operation;
    operation.id.bytes = draft.id.bytes;
    operation.centre = parts_.delivery.identity().centre;
    operation.kiosk = parts_.delivery.identity().number;
    operation.sequence = TRY(parts_.outbox.next_sequence());
    operation.sign_up = draft.id;
    operation.occasion = request.occasion;
    operation.listing = request.listing;
    operation.party = draft.party;
    operation.source = request.source;
    operation.walking_in = request.walking_in;
    operation.entered = draft.taken.taken;
    operation.hold = request.hold;
    for (const auto& right : draft.rights) {
        operation.rights.push_back({right.grant, right.index});
    }
    operation.code = draft.code.plain();
    operation.sealed = draft.sealed;

    store::Outbox::Keeping keeping;
    keeping.operation = {operation.sequence, operation.id, operation.sign_up,
                         sync::sign_operation(operation, *parts_.delivery.identity().key)};
    keeping.taken = &draft.taken;
    keeping.rights = draft.rights;
    return parts_.outbox.keep(keeping);
}

model::SignUpOutcome SignUps::take(const SignUpRequest& request) {
    model::SignUpOutcome outcome;
    outcome.refusals = domain::refusals(request.form, domain::tidied(request.answers));
    if (!outcome.refusals.empty()) return outcome;
    // A code may be given to somebody here already: then another is drawn.
    constexpr int codes_tried = 20;
    base::Result<void> kept;
    std::optional<Draft> drafted;
    for (int i = 0; i < codes_tried; ++i) {
        auto made = draft(request);
        if (!made) {
            outcome.failure = made.error();
            return outcome;
        }
        drafted = std::move(made).value();
        kept = keep(*drafted, request);
        if (kept || kept.error().code != "outbox.code-taken") break;
    }
    if (!kept && !planted(Bug::shown_before_committed)) {
        outcome.failure = kept.error();
        return outcome;
    }
    domain::OperationId id;
    id.bytes = drafted->id.bytes;
    if (const auto receipt = ask_now(id)) return answered(*drafted, *receipt);
    return unanswered(*drafted, request);
}

std::optional<sync::Receipt> SignUps::ask_now(const domain::OperationId& id) {
    if (parts_.delivery.just_failed()) return std::nullopt;
    const auto reply = parts_.delivery.exchange(answer_limit);
    if (!reply) return std::nullopt;
    for (const sync::Receipt& receipt : reply.value().receipts) {
        if (receipt.id == id) return receipt;
    }
    return std::nullopt;
}

model::SignUpOutcome SignUps::answered(const Draft& draft, const sync::Receipt& receipt) const {
    model::SignUpOutcome outcome;
    outcome.id = draft.id;
    outcome.party = draft.party;
    outcome.code_suffices = draft.code.suffices();
    outcome.code = draft.code.shown();
    const auto hub_code = domain::read_code(receipt.status.code);
    if (hub_code) outcome.code = hub_code->shown();
    outcome.why = receipt.status.why;
    switch (receipt.status.state) {
        case SignUpState::confirmed:
        case SignUpState::checked_in:
            outcome.stamp = SignUpStamp::kept;
            break;
        case SignUpState::waitlisted:
            outcome.stamp = SignUpStamp::waiting;
            outcome.place = receipt.status.place;
            break;
        case SignUpState::declined:
        case SignUpState::cancelled:
        case SignUpState::no_show:
            outcome.stamp = SignUpStamp::declined;
            break;
        case SignUpState::requested:
            // Staff will see to it.
            outcome.stamp = SignUpStamp::stored;
            outcome.provisional = true;
            break;
    }
    if (planted(Bug::kept_whatever_the_hub_says)) outcome.stamp = SignUpStamp::kept;
    return outcome;
}

model::SignUpOutcome SignUps::unanswered(const Draft& draft, const SignUpRequest& request) const {
    model::SignUpOutcome outcome;
    outcome.id = draft.id;
    outcome.party = draft.party;
    outcome.code = draft.code.shown();
    outcome.code_suffices = draft.code.suffices();
    outcome.provisional = true;
    const bool full = request.seats_counted && request.free_known < draft.party;
    if (!draft.rights.empty()) {
        outcome.stamp = SignUpStamp::kept;
    } else if (full) {
        outcome.stamp = SignUpStamp::waiting;
        outcome.place = request.waiting_known + 1;
    } else {
        outcome.stamp = planted(Bug::kept_without_right) ? SignUpStamp::kept : SignUpStamp::stored;
    }
    return outcome;
}

std::optional<sync::HoldReply> SignUps::hold(const sync::HoldId& id, domain::OccasionId occasion,
                                             int seats) {
    if (parts_.delivery.just_failed()) return std::nullopt;
    const sync::KioskIdentity& identity = parts_.delivery.identity();
    const sync::HoldRequest request{identity.centre, identity.number, id, occasion, seats};
    const auto answer = parts_.line.ask(
        sync::hold_path, sync::sign_hold_request(request, *identity.key), answer_limit);
    if (!answer) return std::nullopt;
    const auto keys = parts_.online_keys();
    const auto reply = sync::read_hold_reply(answer.value(), keys, identity.centre, id);
    if (!reply) {
        base::log::warning("holding seats", reply.error());
        return std::nullopt;
    }
    return reply.value();
}

}  // namespace wenlan::station
