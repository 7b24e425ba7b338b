// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/planted_bug.h"
#include "domain/answers.h"
#include "domain/codes.h"
#include "hub/sign_ups/effects.h"

// A sign-up arrives.
namespace wenlan::hub {

using base::Bug;
using base::planted;
using domain::SignUpState;

namespace {

// What comes later than this was kept at its kiosk for want of a network.
constexpr std::chrono::minutes late_after{3};

// What the form says, encrypted anew, and what finds it again. Without a form that can be opened
// the sign-up stands all the same; staff see to whose it is.
base::Result<std::string> take_form(SignUpGround& ground, const sync::Operation& operation,
                                    store::SignUpRow& row) {
    const sync::OpeningKey* const opening =
        ground.keys.opening(sync::seal_key_number(operation.sealed));
    if (opening == nullptr) return std::string("sealed to a key that is not here");
    const auto form = sync::open_form(operation.sealed, *opening);
    if (!form) return form.error().code;
    if (form.value().sign_up != row.id) return std::string("sealed for another sign-up");
    const domain::Answers answers = domain::tidied(form.value().answers);
    const std::string tail = domain::phone_tail(answers);
    row.personal_key = TRY(ground.keys.personal_key_for(row.delete_at, ground.disk, ground.random));
    row.personal = sync::encrypt_field(*ground.keys.personal(row.personal_key),
                                       sync::answers_bytes(answers), row.id.raw(), ground.random);
    if (const auto* phone = domain::answer_of(answers, domain::QuestionKind::phone)) {
        row.person_key = person_key(ground.keys, phone->text);
    }
    const auto kind = tail.empty() ? domain::CodeKind::long_one : domain::CodeKind::hub;
    do {
        row.code = domain::make_code(kind, 0, ground.random.next_u64()).plain();
    } while (TRY(ground.store.code_in_use(row.code)));
    row.code_key = code_key(ground.keys, row.code, tail);
    if (domain::read_code(row.kiosk_code)) {
        row.kiosk_code_key = code_key(ground.keys, row.kiosk_code, tail);
    }
    return std::string();
}

// The rights that it spends, if they are good for all of the party. What is beyond that comes back.
base::Result<bool> spend_rights(SignUpGround& ground, const sync::Operation& operation) {
    std::vector<sync::SeatRight> good;
    for (const sync::SeatRight& right : operation.rights) {
        const bool out = TRY(ground.store.right_is_out(operation.kiosk, right.grant, right.index,
                                                       operation.occasion));
        if (out) good.push_back(right);
    }
    const bool enough = good.size() >= static_cast<std::size_t>(operation.party);
    int spent = 0;
    for (const sync::SeatRight& right : good) {
        const bool spends = enough && spent++ < operation.party;
        TRY(ground.store.end_right(
            right.grant, right.index,
            spends ? store::SignUpStore::RightEnd::spent : store::SignUpStore::RightEnd::returned,
            operation.sign_up));
    }
    return enough && !operation.rights.empty();
}

// Lets go of the hold that it came with; what it held is in `arrival`.
base::Result<void> use_hold(SignUpGround& ground, const sync::Operation& operation,
                            domain::Arrival& arrival) {
    if (!operation.hold) return {};
    const auto hold = TRY(ground.store.hold(operation.hold.raw()));
    if (!hold || hold->kiosk != operation.kiosk || hold->occasion != operation.occasion) return {};
    arrival.held = hold->taken.seats;
    arrival.held_from_reserve = hold->taken.from_reserve;
    return {};
}

base::Result<void> let_hold_go(SignUpGround& ground, const sync::Operation& operation,
                               const domain::Arrival& arrival) {
    if (arrival.held == 0) return {};
    auto hold = TRY(ground.store.hold(operation.hold.raw()));
    if (!hold) return {};
    hold->taken = {};
    return ground.store.put_hold(*hold);
}

// Seats, or a place in the list, or neither.
base::Result<void> place_row(SignUpGround& ground, const sync::Operation& operation,
                             const store::OccasionBook& book, store::SignUpRow& row,
                             base::Instant now) {
    domain::Arrival arrival;
    arrival.party = operation.party;
    arrival.channel = domain::channel_of(operation.source);
    arrival.walking_in = operation.walking_in;
    TRY(use_hold(ground, operation, arrival));
    const bool others_wait = TRY(somebody_fits(ground.store, book));
    arrival.has_rights = TRY(spend_rights(ground, operation));
    // Rights that were given back or spent are no longer counted as out.
    const auto fresh = TRY(ground.store.occasion(book.occasion));
    const domain::Answered answered =
        domain::answer_to(book.rules, fresh ? fresh->seats : book.seats, arrival, others_wait, now);
    TRY(let_hold_go(ground, operation, arrival));
    row.state = answered.state;
    row.why = answered.why;
    row.taken = answered.taken;
    if (row.state == SignUpState::waitlisted) {
        row.list_order = TRY(ground.store.last_order(book.occasion)) + 1;
        if (planted(Bug::order_by_kiosk_clock)) {
            row.list_order = operation.entered.time_since_epoch().count();
        }
    }
    if (row.why == domain::Why::called_off || !operation.rights.empty()) {
        if (!domain::holds_seats(row.state)) row.to_tell = domain::name_of(row.why);
    }
    return {};
}

}  // namespace

store::Digest code_key(const SignUpKeys& keys, std::string_view plain_code, std::string_view tail) {
    std::string text(plain_code);
    text += '\n';
    const auto code = domain::read_code(plain_code);
    if (!code || !code->suffices()) text += tail;
    return sync::keyed_hash(keys.find_key(), "code", text).bytes;
}

store::Digest person_key(const SignUpKeys& keys, std::string_view phone_digits) {
    return sync::keyed_hash(keys.find_key(), "phone", phone_digits).bytes;
}

base::Result<Effect> take_sign_up(SignUpGround& ground, const sync::Operation& operation,
                                  base::Instant now) {
    Effect effect;
    // Its answer was kept for as long as one could come twice; the row stays longer.
    if (auto known = TRY(ground.store.sign_up(operation.sign_up))) {
        effect.row = std::move(*known);
        return effect;
    }
    store::SignUpRow row;
    row.id = operation.sign_up;
    row.arrival = TRY(ground.store.next_arrival());
    row.arrived = now;
    row.kiosk = operation.kiosk;
    row.source = operation.source;
    row.walking_in = operation.walking_in;
    row.listing = operation.listing;
    row.occasion = operation.occasion;
    row.party = operation.party;
    row.kiosk_code = operation.code;
    const auto book = TRY(ground.store.occasion(operation.occasion));
    row.delete_at = book ? std::max(now, book->rules.end) + ground.policy.personal_kept
                         : now + ground.policy.without_occasion_kept;
    effect.keep_until = row.delete_at;
    effect.odd = TRY(take_form(ground, operation, row));
    if (!effect.odd.empty()) {
        effect.verdict = sync::Verdict::dead_letter;
        row.to_tell = "unreadable";
    }
    if (book) {
        TRY(place_row(ground, operation, *book, row, now));
    } else if (operation.occasion.value == 0) {
        row.state = SignUpState::confirmed;
    } else {
        row.why = domain::Why::unknown_occasion;
    }
    TRY(ground.store.insert(row));
    if (operation.kiosk != 0 && row.arrived - operation.entered > late_after) {
        TRY(ground.store.note_entry({row.id, "", operation.entered}));
    }
    effect.row = std::move(row);
    return effect;
}

base::Result<Effect> take_rights_back(SignUpGround& ground, const sync::Operation& operation) {
    for (const sync::SeatRight& right : operation.rights) {
        if (!TRY(ground.store.right_is_out(operation.kiosk, right.grant, right.index, {})))
            continue;
        TRY(ground.store.end_right(right.grant, right.index, store::SignUpStore::RightEnd::returned,
                                   {}));
    }
    return Effect{};
}

}  // namespace wenlan::hub
