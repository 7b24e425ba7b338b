// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_ups/reply.h"

#include "domain/answers.h"
#include "domain/codes.h"
#include "sync/sign_ups/submission.h"
#include "sync/sign_ups/wire.h"
#include "sync/signed_text.h"

namespace wenlan::sync {

namespace {

constexpr std::int64_t count_max = 1'000'000;
constexpr std::int64_t id_max = 1'000'000'000'000;
constexpr SignedKind kind{Purpose::receipt, "receipt", reply_bytes_max};

}  // namespace

template <typename Wire>
void describe(Wire& wire, SignUpStatus& status) {
    wire.raw(status.id.bytes);
    wire.integer(status.state, 0, 6);
    wire.integer(status.why, 0, domain::why_count - 1);
    wire.integer(status.version, 0, id_max);
    wire.integer(status.party, 0, domain::party_max);
    wire.integer(status.present, 0, domain::party_max);
    wire.integer(status.place, 0, count_max);
    wire.text(status.code, 20);
}

template <typename Wire>
void describe(Wire& wire, Receipt& receipt) {
    wire.raw(receipt.id.bytes);
    wire.raw(receipt.message.bytes);
    wire.integer(receipt.verdict, 0, 3);
    describe(wire, receipt.status);
}

template <typename Wire>
void describe(Wire& wire, Reply& reply) {
    wire.head("wenlan reply 1");
    wire.raw(reply.centre.bytes);
    wire.integer(reply.kiosk, 1, domain::kiosk_number_max);
    wire.instant(reply.at);
    wire.integer(reply.seal_key.number, 1, count_max);
    wire.raw(reply.seal_key.key.bytes);
    wire.list(reply.receipts, submission_operations_max,
              [](Wire& w, Receipt& receipt) { describe(w, receipt); });
    wire.list(reply.statuses, submission_watched_max,
              [](Wire& w, SignUpStatus& status) { describe(w, status); });
    wire.list(reply.grants, grants_max, [](Wire& w, SeatGrant& grant) {
        w.integer(grant.id, 1, id_max);
        w.integer(grant.occasion.value, 1, id_max);
        w.integer(grant.count, 1, 10'000);
        w.instant(grant.use_until);
    });
}

template <typename Wire>
void describe(Wire& wire, HoldReply& reply) {
    wire.head("wenlan held 1");
    wire.raw(reply.centre.bytes);
    wire.raw(reply.hold.bytes);
    wire.integer(reply.seats, 0, domain::party_max);
    wire.integer(reply.free, 0, count_max);
    wire.instant(reply.until);
    wire.instant(reply.at);
}

namespace {

template <typename T>
base::Result<T> parsed(std::string_view text) {
    WireReader reader(text);
    T thing;
    describe(reader, thing);
    if (!reader.whole()) {
        return base::Error{"receipt.bad-field", "The centre's answer cannot be understood.",
                           reader.fault()};
    }
    return thing;
}

base::Error for_another() {
    return {"receipt.for-another", "The centre's answer is for somebody else."};
}

}  // namespace

std::string sign_reply(const Reply& reply, const SigningKey& online_key) {
    const SigningKey* const keys[] = {&online_key};
    return sign_text(written(reply), Purpose::receipt, keys);
}

base::Result<Reply> read_reply(std::string_view message, std::span<const PublicKey> online_keys,
                               const CentreId& centre, int kiosk) {
    const std::string text = TRY(open_signed(message, kind, online_keys, 1));
    Reply reply = TRY(parsed<Reply>(text));
    if (reply.centre != centre || reply.kiosk != kiosk) return for_another();
    return reply;
}

base::Result<Reply> read_unsigned_reply(std::string_view message) {
    const SignedText split = TRY(split_signed(message, kind));
    return parsed<Reply>(split.text);
}

std::string receipt_bytes(const Receipt& receipt) { return written(receipt); }

base::Result<Receipt> read_receipt_bytes(std::string_view bytes) { return parsed<Receipt>(bytes); }

std::string sign_hold_reply(const HoldReply& reply, const SigningKey& online_key) {
    const SigningKey* const keys[] = {&online_key};
    return sign_text(written(reply), Purpose::receipt, keys);
}

base::Result<HoldReply> read_hold_reply(std::string_view message,
                                        std::span<const PublicKey> online_keys,
                                        const CentreId& centre, const HoldId& hold) {
    const std::string text = TRY(open_signed(message, kind, online_keys, 1));
    HoldReply reply = TRY(parsed<HoldReply>(text));
    if (reply.centre != centre || reply.hold != hold) return for_another();
    return reply;
}

}  // namespace wenlan::sync
