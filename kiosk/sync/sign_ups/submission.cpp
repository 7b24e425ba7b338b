// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_ups/submission.h"

#include "domain/answers.h"
#include "domain/codes.h"
#include "sync/sign_ups/wire.h"

namespace wenlan::sync {

namespace {

constexpr std::size_t signature_bytes = 64;
constexpr std::int64_t id_max = 1'000'000'000'000;

}  // namespace

template <typename Wire>
void describe(Wire& wire, Submission& submission) {
    wire.head("wenlan submission 1");
    wire.raw(submission.centre.bytes);
    wire.integer(submission.kiosk, 1, domain::kiosk_number_max);
    wire.list(submission.operations, submission_operations_max,
              [](Wire& w, std::string& message) { w.bytes(message, operation_bytes_max); });
    wire.list(submission.watched, submission_watched_max, [](Wire& w, Watched& watched) {
        w.raw(watched.id.bytes);
        w.integer(watched.version, 0, id_max);
    });
    wire.flag(submission.wants_rights);
}

template <typename Wire>
void describe(Wire& wire, HoldRequest& request) {
    wire.head("wenlan hold 1");
    wire.raw(request.centre.bytes);
    wire.integer(request.kiosk, 1, domain::kiosk_number_max);
    wire.raw(request.hold.bytes);
    wire.integer(request.occasion.value, 1, id_max);
    wire.integer(request.seats, 0, domain::party_max);
    wire.must(static_cast<bool>(request.hold), "no id");
}

namespace {

template <typename T>
std::string sign(const T& thing, const SigningKey& kiosk) {
    const std::string text = written(thing);
    const Signature signature = kiosk.sign(Purpose::message, text);
    return std::string(signature.bytes.begin(), signature.bytes.end()) + text;
}

template <typename T>
base::Result<T> read(std::string_view message) {
    const char* const sentence = "What a screen sent cannot be understood.";
    if (message.size() < signature_bytes || message.size() > submission_bytes_max) {
        return base::Error{"submission.malformed", sentence, "its length"};
    }
    WireReader reader(message.substr(signature_bytes));
    T thing;
    describe(reader, thing);
    if (!reader.whole()) return base::Error{"submission.malformed", sentence, reader.fault()};
    return thing;
}

}  // namespace

std::string sign_submission(const Submission& submission, const SigningKey& kiosk) {
    return sign(submission, kiosk);
}

base::Result<Submission> read_submission(std::string_view message) {
    return read<Submission>(message);
}

std::string sign_hold_request(const HoldRequest& request, const SigningKey& kiosk) {
    return sign(request, kiosk);
}

base::Result<HoldRequest> read_hold_request(std::string_view message) {
    return read<HoldRequest>(message);
}

}  // namespace wenlan::sync
