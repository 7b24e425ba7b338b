// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_ups/operation.h"

#include <algorithm>

#include "domain/answers.h"
#include "domain/codes.h"
#include "sync/sign_ups/sealed_form.h"
#include "sync/sign_ups/wire.h"

namespace wenlan::sync {

namespace {

constexpr std::size_t signature_bytes = 64;
constexpr std::int64_t id_max = 1'000'000'000'000;
constexpr std::size_t code_bytes_max = 20;

}  // namespace

template <typename Wire>
void describe(Wire& wire, SeatRight& right) {
    wire.integer(right.grant, 1, id_max);
    wire.integer(right.index, 0, 10'000);
}

template <typename Wire>
void describe(Wire& wire, Operation& operation) {
    wire.head("wenlan operation 1");
    wire.integer(operation.kind, 1, 6);
    wire.raw(operation.id.bytes);
    wire.raw(operation.centre.bytes);
    wire.integer(operation.kiosk, 1, domain::kiosk_number_max);
    wire.integer(operation.sequence, 1, sequence_max);
    wire.raw(operation.sign_up.bytes);
    wire.integer(operation.occasion.value, 0, id_max);
    wire.integer(operation.listing.value, 0, id_max);
    wire.integer(operation.party, 1, domain::party_max);
    wire.integer(operation.source, 0, 2);
    wire.flag(operation.walking_in);
    wire.instant(operation.entered);
    wire.raw(operation.hold.bytes);
    wire.list(operation.rights, rights_of_one_max,
              [](Wire& w, SeatRight& right) { describe(w, right); });
    wire.text(operation.code, code_bytes_max);
    wire.bytes(operation.sealed, sealed_bytes_max);
    const bool signs_up = operation.kind == OperationKind::sign_up;
    wire.must(static_cast<bool>(operation.id), "no id");
    wire.must(!signs_up || operation.id.bytes == operation.sign_up.bytes, "another's id");
    wire.must(std::is_sorted(operation.rights.begin(), operation.rights.end()) &&
                  std::adjacent_find(operation.rights.begin(), operation.rights.end()) ==
                      operation.rights.end(),
              "rights out of order");
}

namespace {

std::string_view text_of(std::string_view message) { return message.substr(signature_bytes); }

}  // namespace

std::string sign_operation(const Operation& operation, const SigningKey& kiosk) {
    const std::string text = written(operation);
    const Signature signature = kiosk.sign(Purpose::message, text);
    return std::string(signature.bytes.begin(), signature.bytes.end()) + text;
}

base::Result<Operation> read_operation(std::string_view message) {
    const char* const sentence = "A sign-up that a screen sent cannot be understood.";
    if (message.size() < signature_bytes || message.size() > operation_bytes_max) {
        return base::Error{"operation.malformed", sentence, "its length"};
    }
    WireReader reader(text_of(message));
    Operation operation;
    describe(reader, operation);
    if (!reader.whole()) return base::Error{"operation.malformed", sentence, reader.fault()};
    return operation;
}

bool signed_by(std::string_view message, const PublicKey& kiosk) {
    if (message.size() < signature_bytes) return false;
    Signature signature;
    std::copy_n(message.begin(), signature_bytes, signature.bytes.begin());
    return verified(kiosk, Purpose::message, text_of(message), signature);
}

}  // namespace wenlan::sync
