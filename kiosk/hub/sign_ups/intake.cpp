// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/sign_ups/intake.h"

#include <algorithm>

#include "base/planted_bug.h"
#include "hub/sign_ups/effects.h"

namespace wenlan::hub {

using base::Bug;
using base::planted;

namespace {

class Intake {
public:
    Intake(SignUpGround& ground, int kiosk, base::Instant now)
        : ground_(ground), kiosk_(kiosk), now_(now) {}

    base::Result<sync::Receipt> take(const std::string& message) {
        hash_ = sync::hash_of(message);
        const auto read = sync::read_operation(message);
        if (!read) return unread(message, read.error().detail);
        const sync::Operation& operation = read.value();
        if (const auto known = TRY(ground_.store.reply(operation.id))) {
            return answer_again(operation, *known, message);
        }
        const bool own = operation.centre == ground_.centre && operation.kiosk == kiosk_;
        if (!own || !ground_.kiosks.vouches(kiosk_, message)) {
            return unbelieved(operation, message, own ? "signature" : "another centre or kiosk");
        }
        Effect effect = TRY(apply(operation));
        sync::Receipt receipt;
        receipt.id = operation.id;
        receipt.message = hash_;
        receipt.verdict = effect.verdict;
        if (effect.row) receipt.status = TRY(status_of(ground_.store, *effect.row));
        if (!effect.odd.empty()) TRY(keep_odd(message, effect.odd, Kind::dead_letter));
        TRY(keep_reply(receipt, effect.keep_until));
        return receipt;
    }

private:
    using Kind = store::OddMessage::Kind;

    base::Result<Effect> apply(const sync::Operation& operation) {
        switch (operation.kind) {
            case sync::OperationKind::sign_up:
                return take_sign_up(ground_, operation, now_);
            case sync::OperationKind::return_rights:
                return take_rights_back(ground_, operation);
            case sync::OperationKind::cancel:
            case sync::OperationKind::undo:
            case sync::OperationKind::shrink:
            case sync::OperationKind::check_in:
                return change_sign_up(ground_, operation, now_);
        }
        return Effect{};
    }

    base::Result<void> keep_reply(const sync::Receipt& receipt, base::Instant keep_until) {
        store::ReplyRow row;
        row.id = receipt.id;
        row.kiosk = kiosk_;
        row.message = receipt.message.bytes;
        row.receipt = sync::receipt_bytes(receipt);
        row.at = now_;
        row.keep_until = std::max(keep_until, now_ + ground_.policy.replies_kept);
        if (planted(Bug::effect_before_its_row)) {
            ground_.late_replies.push_back(row);
            return {};
        }
        return ground_.store.insert_reply(row);
    }

    base::Result<void> keep_odd(const std::string& message, const std::string& reason, Kind kind) {
        store::OddMessage odd;
        odd.hash = hash_.bytes;
        odd.kind = kind;
        odd.kiosk = kiosk_;
        odd.reason = reason;
        odd.message = message;
        odd.at = now_;
        return ground_.store.keep_odd(odd);
    }

    // The same bytes have the same answer; other bytes under a known id are looked at by people.
    base::Result<sync::Receipt> answer_again(const sync::Operation& operation,
                                             const store::ReplyRow& known,
                                             const std::string& message) {
        if (known.message == hash_.bytes && known.kiosk == kiosk_) {
            return sync::read_receipt_bytes(known.receipt);
        }
        TRY(keep_odd(message, "another message has this id", Kind::quarantine));
        sync::Receipt receipt;
        receipt.id = operation.id;
        receipt.message = hash_;
        receipt.verdict = sync::Verdict::quarantined;
        return receipt;
    }

    base::Result<sync::Receipt> unread(const std::string& message, const std::string& reason) {
        if (planted(Bug::one_bad_letter_stops_all)) return base::Error{"planted", reason};
        TRY(keep_odd(message, reason, Kind::dead_letter));
        sync::Receipt receipt;  // of no id: the bytes are named
        receipt.message = hash_;
        receipt.verdict = sync::Verdict::dead_letter;
        return receipt;
    }

    base::Result<sync::Receipt> unbelieved(const sync::Operation& operation,
                                           const std::string& message, const std::string& reason) {
        TRY(keep_odd(message, reason, Kind::dead_letter));
        sync::Receipt receipt;
        receipt.id = operation.id;
        receipt.message = hash_;
        receipt.verdict = sync::Verdict::dead_letter;
        return receipt;
    }

    SignUpGround& ground_;
    int kiosk_;
    base::Instant now_;
    sync::Hash hash_;
};

}  // namespace

base::Result<std::vector<sync::Receipt>> take_in(SignUpGround& ground,
                                                 const sync::Submission& submission,
                                                 base::Instant now) {
    std::vector<sync::Receipt> receipts;
    Intake intake(ground, submission.kiosk, now);
    auto transaction = TRY(ground.store.begin());
    for (const std::string& message : submission.operations) {
        receipts.push_back(TRY(intake.take(message)));
    }
    TRY(transaction.commit());
    return receipts;
}

}  // namespace wenlan::hub
