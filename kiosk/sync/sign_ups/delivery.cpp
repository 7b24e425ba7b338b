// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_ups/delivery.h"

#include <algorithm>

#include "base/log.h"
#include "base/planted_bug.h"

namespace wenlan::sync {

using base::Bug;
using base::planted;

namespace {

using namespace std::chrono_literals;

constexpr base::Duration exchange_limit = 20s;
constexpr base::Duration every = 30s;
constexpr base::Duration first_wait = 2s;
constexpr base::Duration longest_wait = 5min;
constexpr base::Duration no_use_asking = 5s;
constexpr std::size_t rights_returned_max = 60;

store::TakenStatus stored(const SignUpStatus& status) {
    return {status.state,   status.why,   status.version, status.party,
            status.present, status.place, status.code};
}

}  // namespace

Delivery::Delivery(store::Outbox& outbox, HubLine& line, const base::Clock& clock,
                   base::Random& random, KioskIdentity identity, OnlineKeys online_keys)
    : outbox_(outbox),
      line_(line),
      clock_(clock),
      random_(random),
      identity_(identity),
      online_keys_(std::move(online_keys)) {}

base::Result<Submission> Delivery::next_submission() {
    constexpr std::size_t watched_at_once = 50;
    Submission submission = TRY(submission_after(0));
    submission.wants_rights = true;
    for (const auto& taken : TRY(outbox_.watched(watched_last_, watched_at_once))) {
        submission.watched.push_back({taken.id, taken.status.version});
    }
    if (!submission.watched.empty()) watched_last_ = submission.watched.back().id;
    return submission;
}

// The operations that follow the one with this sequence, as many as one submission holds.
base::Result<Submission> Delivery::submission_after(std::int64_t sequence) {
    constexpr std::size_t bytes_max = submission_bytes_max - (16 << 10);
    Submission submission;
    submission.centre = identity_.centre;
    submission.kiosk = identity_.number;
    for (auto& operation : TRY(outbox_.pending(submission_operations_max, bytes_max, sequence))) {
        submission.operations.push_back(std::move(operation.message));
        sequence_carried_ = operation.sequence;
    }
    return submission;
}

std::string Delivery::sealed_anew(const std::string& message) {
    auto operation = read_operation(message);
    if (!operation) return message;
    operation.value().entered += clock_.uptime();
    return sign_operation(operation.value(), *identity_.key);
}

base::Result<std::vector<std::string>> Delivery::carried_out() {
    std::vector<std::string> messages;
    messages.push_back(sign_submission(TRY(next_submission()), *identity_.key));
    while (messages.size() < carried_max) {
        const Submission more = TRY(submission_after(sequence_carried_));
        if (more.operations.empty()) break;
        messages.push_back(sign_submission(more, *identity_.key));
    }
    return messages;
}

base::Result<Reply> Delivery::take_reply(std::string_view message) {
    const auto keys = online_keys_();
    Reply reply = TRY(read_reply(message, keys, identity_.centre, identity_.number));
    TRY(settle(reply));
    return reply;
}

// What a receipt speaks of. One without an id is for bytes that the hub could not read.
base::Result<std::optional<store::PendingOperation>> Delivery::waiting_for(const Receipt& receipt) {
    if (receipt.id) return outbox_.pending_of(receipt.id);
    for (auto& operation : TRY(outbox_.pending(submission_operations_max, submission_bytes_max))) {
        if (hash_of(operation.message) == receipt.message)
            return std::optional(std::move(operation));
    }
    return std::optional<store::PendingOperation>{};
}

base::Result<void> Delivery::settle(const Reply& reply) {
    store::Settlement settlement;
    for (const Receipt& receipt : reply.receipts) {
        const auto waiting = TRY(waiting_for(receipt));
        // A receipt for other bytes is no receipt for these.
        if (!waiting || hash_of(waiting->message) != receipt.message) continue;
        settlement.settled.push_back(waiting->id);
        if (receipt.status.id) {
            settlement.statuses.push_back({receipt.status.id, stored(receipt.status)});
        }
    }
    for (const SignUpStatus& status : reply.statuses) {
        settlement.statuses.push_back({status.id, stored(status)});
    }
    for (const SeatGrant& grant : reply.grants) {
        settlement.grants.push_back({grant.id, grant.occasion, grant.count, grant.use_until});
    }
    settlement.seal_key_number = reply.seal_key.number;
    const auto& key = reply.seal_key.key.bytes;
    settlement.seal_key.assign(key.begin(), key.end());
    settlement.hub_time = reply.at;
    settlement.here_time = clock_.now();
    return outbox_.settle(settlement);
}

base::Result<Reply> Delivery::exchange(base::Duration limit) {
    Submission submission = TRY(next_submission());
    if (planted(Bug::resealed_on_retry)) {
        for (std::string& message : submission.operations) message = sealed_anew(message);
    }
    if (planted(Bug::deleted_before_receipt)) {
        store::Settlement gone;
        for (const std::string& message : submission.operations) {
            gone.settled.push_back(TRY(read_operation(message)).id);
        }
        TRY(outbox_.settle(gone));
    }
    const auto answer = line_.ask(submit_path, sign_submission(submission, *identity_.key), limit);
    if (!answer) {
        if (answer.error().code != line_gave_way) failed();
        return answer.error();
    }
    auto reply = take_reply(answer.value());
    if (!reply) {
        failed();
        return reply;
    }
    if (!hub_at_ || reply.value().at > *hub_at_) {
        hub_at_ = reply.value().at;
        hub_heard_uptime_ = clock_.uptime();
    }
    succeeded(TRY(outbox_.pending_count()) > 0);
    return reply;
}

void Delivery::failed() {
    online_ = false;
    failures_ = std::min(failures_ + 1, 16);
    failed_at_ = clock_.uptime();
    const base::Duration wait =
        std::min<base::Duration>(longest_wait, first_wait * (1LL << std::min(failures_ - 1, 10)));
    if (planted(Bug::gives_up_after_failures) && failures_ > 3) {
        due_at_ = base::Duration::max();
        return;
    }
    // Screens that lost the hub together come back one after the other.
    const auto spread = static_cast<std::int64_t>(random_.next_u64() %
                                                  static_cast<std::uint64_t>(wait.count() / 2 + 1));
    due_at_ = failed_at_ + wait / 2 + base::Duration{spread};
}

void Delivery::succeeded(bool more) {
    online_ = true;
    failures_ = 0;
    failed_at_ = base::Duration{-1};
    due_at_ = more ? clock_.uptime() : clock_.uptime() + every;
}

bool Delivery::just_failed() const {
    return failed_at_.count() >= 0 && clock_.uptime() - failed_at_ < no_use_asking;
}

base::Duration Delivery::due_in() const {
    return std::max(base::Duration{0}, due_at_ - clock_.uptime());
}

std::optional<base::Instant> Delivery::hub_time() const {
    if (hub_at_) return *hub_at_ + (clock_.uptime() - hub_heard_uptime_);
    const auto heard = outbox_.heard();
    if (!heard || !heard.value()) return std::nullopt;
    // Since a restart only this kiosk's own clock goes on; it is believed forwards only.
    const auto& last = *heard.value();
    return last.hub + std::max(base::Duration{0}, clock_.now() - last.here);
}

base::Result<void> Delivery::return_expired_rights() {
    const auto now = hub_time();
    if (!now) return {};
    const auto rights = TRY(outbox_.expired_rights(*now, rights_returned_max));
    if (rights.empty()) return {};
    Operation operation;
    operation.kind = OperationKind::return_rights;
    random_.fill(operation.id.bytes);
    operation.centre = identity_.centre;
    operation.kiosk = identity_.number;
    operation.sequence = TRY(outbox_.next_sequence());
    operation.entered = std::max(base::Instant{}, clock_.now());
    for (const auto& right : rights) operation.rights.push_back({right.grant, right.index});
    store::Outbox::Keeping keeping;
    keeping.operation = {
        operation.sequence, operation.id, {}, sign_operation(operation, *identity_.key)};
    keeping.rights = rights;
    keeping.rights_return = true;
    return outbox_.keep(keeping);
}

void Delivery::tick() {
    if (due_in().count() > 0) return;
    if (const auto returned = return_expired_rights(); !returned) {
        base::log::warning("giving seats back", returned.error());
    }
    const auto reply = exchange(exchange_limit);
    if (!reply) base::log::debug("no answer from the centre's office: " + reply.error().code);
}

}  // namespace wenlan::sync
