// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "sync/crypto/hash.h"
#include "sync/sign_ups/operation.h"
#include "sync/sign_ups/sealed_form.h"

namespace wenlan::sync {

// Where a sign-up stands at the hub. `version` grows with every change.
struct SignUpStatus {
    domain::SignUpId id;
    domain::SignUpState state = domain::SignUpState::requested;
    domain::Why why = domain::Why::none;
    std::int64_t version = 0;
    int party = 1;
    int present = 0;
    int place = 0;     // on the waiting list, from 1; 0: not on it
    std::string code;  // the hub's, as domain::Code::plain(); empty: none was given

    bool operator==(const SignUpStatus&) const = default;
};

enum class Verdict : std::uint8_t {
    done,         // it took effect, once; or it could have none, which `status` shows
    refused,      // no proof, or not possible in the sign-up's state
    dead_letter,  // cannot be opened or understood; kept for staff
    quarantined,  // the id is known with other bytes; kept for staff
};

// The hub has it and will not lose it: the kiosk may let go of it. It names the bytes it speaks of.
struct Receipt {
    domain::OperationId id;
    Hash message;
    Verdict verdict = Verdict::done;
    SignUpStatus status;

    bool operator==(const Receipt&) const = default;
};

// Rights that a kiosk may use until `use_until` by the hub's clock, whole grants only.
struct SeatGrant {
    std::int64_t id = 0;
    domain::OccasionId occasion;
    int count = 0;
    base::Instant use_until{};

    bool operator==(const SeatGrant&) const = default;
};

// What the hub says to one kiosk.
struct Reply {
    CentreId centre;
    int kiosk = 1;
    base::Instant at{};  // by the hub's clock
    NumberedSealKey seal_key;
    std::vector<Receipt> receipts;
    std::vector<SignUpStatus> statuses;
    std::vector<SeatGrant> grants;  // all that are outstanding with it

    bool operator==(const Reply&) const = default;
};

inline constexpr std::size_t reply_bytes_max = 256 << 10;
inline constexpr std::size_t grants_max = 500;

std::string sign_reply(const Reply& reply, const SigningKey& online_key);
// Codes: those of signed_text.h for "receipt", receipt.bad-field, receipt.for-another.
base::Result<Reply> read_reply(std::string_view message, std::span<const PublicKey> online_keys,
                               const CentreId& centre, int kiosk);
// The same by nobody's word: for whoever looks on.
base::Result<Reply> read_unsigned_reply(std::string_view message);

// As it is stored at the hub beside the operation's effect.
std::string receipt_bytes(const Receipt& receipt);
base::Result<Receipt> read_receipt_bytes(std::string_view bytes);

struct HoldReply {
    CentreId centre;
    HoldId hold;
    int seats = 0;  // held; 0: none are
    int free = 0;   // for this screen, now
    base::Instant until{};
    base::Instant at{};

    bool operator==(const HoldReply&) const = default;
};
std::string sign_hold_reply(const HoldReply& reply, const SigningKey& online_key);
base::Result<HoldReply> read_hold_reply(std::string_view message,
                                        std::span<const PublicKey> online_keys,
                                        const CentreId& centre, const HoldId& hold);

}  // namespace wenlan::sync
