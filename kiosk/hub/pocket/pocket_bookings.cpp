// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codes.h"
#include "hub/pocket/pocket_api.h"
#include "hub/pocket/words.h"
#include "hub/sign_ups/without_kiosk.h"

// Forms that came back: what they change at the hub.
namespace wenlan::hub::pocket {

namespace {

constexpr std::string_view look_up_use = "look-up";

struct WhatToDo {
    std::string_view name;
    sync::OperationKind kind;
};
constexpr WhatToDo changes[] = {{"cancel", sync::OperationKind::cancel},
                                {"undo", sync::OperationKind::undo},
                                {"shrink", sync::OperationKind::shrink}};

std::string digits_only(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9') digits += c;
    }
    return digits;
}

int party_in(const Fields& fields) {
    const std::string digits = digits_only(fields.first("party"));
    return digits.empty() || digits.size() > 3 ? 0 : std::stoi(digits);
}

}  // namespace

std::string PocketApi::new_token(std::string_view use, base::Instant now) {
    return sign_ups_.with_hub([&](SignUpHub& hub) {
        FormToken token;
        token.made = now;
        random_.fill(token.id.bytes);
        return write_token(token, use, hub.keys().find_key());
    });
}

std::optional<FormToken> PocketApi::token_in(const Fields& fields, std::string_view use) {
    return sign_ups_.with_hub([&](SignUpHub& hub) {
        return read_token(fields.first("token"), use, hub.keys().find_key());
    });
}

base::Result<domain::Centre> PocketApi::centre() {
    return programme_.with([](const store::Snapshot& snapshot) -> base::Result<domain::Centre> {
        return snapshot.centre();
    });
}

base::Result<net::HttpResponse> PocketApi::taken(const Visitor& visitor, const Offer& offer,
                                                 const domain::SignUpId& id,
                                                 const domain::Answers& answers) {
    Entry entry;
    entry.id = id;
    entry.listing = offer.listing.id;
    // A club or a call is joined, whatever its next date is.
    const auto kind = offer.listing.kind;
    const bool of_listing = kind == domain::Kind::club || kind == domain::Kind::call ||
                            kind == domain::Kind::service || kind == domain::Kind::challenge;
    if (offer.when && !of_listing) entry.occasion = offer.when->occasion.id;
    entry.answers = answers;
    Receipt receipt;
    const auto take = [&](SignUpHub& hub) -> base::Result<sync::SignUpStatus> {
        SignUpGround& ground = hub.office().ground();
        const store::SignUpRow row = TRY(enter(ground, entry, visitor.now));
        return status_of(ground.store, row);
    };
    receipt.status = TRY(sign_ups_.with_hub(take));
    receipt.with_phone = !domain::phone_tail(answers).empty();
    seats_.count_again();
    return receipt_page(visitor, offer, receipt);
}

base::Result<net::HttpResponse> PocketApi::empty_look_up(const Visitor& visitor) {
    const domain::Centre here = TRY(centre());
    return look_up_page(visitor, {here, new_token(look_up_use, visitor.now), "", nullptr});
}

base::Result<sync::LookUpAnswer> PocketApi::ask(const Visitor& visitor, const std::string& code,
                                                const std::string& tail) {
    // As a screen asks, so that wrong ones count alike.
    const sync::OpeningKey once = sync::OpeningKey::make(random_);
    return sign_ups_.with_hub([&](SignUpHub& hub) -> base::Result<sync::LookUpAnswer> {
        const std::string question =
            TRY(sync::seal_question({once.seal_key(), code, tail}, hub.keys().seal_key(), random_));
        return sync::open_answer(TRY(hub.office().look_up(question, visitor.address)), once);
    });
}

base::Result<net::HttpResponse> PocketApi::look_up(const Visitor& visitor, const Fields& fields) {
    const domain::Centre here = TRY(centre());
    const std::string typed(fields.first("code"));
    const std::string token = new_token(look_up_use, visitor.now);
    if (!token_in(fields, look_up_use)) {
        return look_up_page(visitor, {here, token, typed, &words::too_old}, 422);
    }
    const auto code = domain::read_code(typed);
    Booking booking;
    booking.token = token;
    booking.code = code ? code->plain() : std::string();
    if (code && !code->suffices()) booking.tail = digits_only(fields.first("tail"));
    booking.found = TRY(ask(visitor, booking.code, booking.tail));
    if (!booking.found.found) {
        const bool wait = booking.found.wait;
        const base::LocalText* const why = wait ? &words::wait_a_while : &words::not_found;
        return look_up_page(visitor, {here, token, typed, why}, wait ? 429 : 404);
    }
    const auto offer =
        TRY(find_offer(programme_, booking.found.listing, booking.found.occasion, visitor.now));
    return booking_page(visitor, here, offer, booking);
}

base::Result<net::HttpResponse> PocketApi::change(const Visitor& visitor, const Fields& fields) {
    const domain::Centre here = TRY(centre());
    Booking booking;
    booking.token = new_token(look_up_use, visitor.now);
    booking.code = std::string(fields.first("code"));
    booking.tail = std::string(fields.first("tail"));
    const WhatToDo* what = nullptr;
    for (const WhatToDo& one : changes) {
        if (one.name == fields.first("what")) what = &one;
    }
    const bool good = token_in(fields, look_up_use) && what != nullptr;
    if (good) booking.found = TRY(ask(visitor, booking.code, booking.tail));
    if (!good || !booking.found.found) {
        const base::LocalText* const why =
            booking.found.wait ? &words::wait_a_while : &words::too_old;
        return look_up_page(visitor, {here, booking.token, "", why}, 422);
    }
    const auto done = TRY(sign_ups_.with_hub([&](SignUpHub& hub) {
        return change_by_code(
            hub.office().ground(),
            {what->kind, booking.found.status.id, booking.code, booking.tail, party_in(fields)},
            visitor.now);
    }));
    if (!done) booking.sentence = &words::change_refused;
    booking.found = TRY(ask(visitor, booking.code, booking.tail));
    seats_.count_again();
    const auto offer =
        TRY(find_offer(programme_, booking.found.listing, booking.found.occasion, visitor.now));
    return booking_page(visitor, here, offer, booking);
}

}  // namespace wenlan::hub::pocket
