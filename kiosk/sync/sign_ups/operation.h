// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "domain/ids.h"
#include "domain/sign_up.h"
#include "sync/centre_id.h"
#include "sync/crypto/signing.h"

namespace wenlan::sync {

using HoldId = domain::Id128<struct HoldTag>;

// A seat that the hub has promised a kiosk: number `index` of a grant.
struct SeatRight {
    std::int64_t grant = 0;
    int index = 0;

    auto operator<=>(const SeatRight&) const = default;
};

enum class OperationKind : std::uint8_t {
    sign_up = 1,
    cancel,         // needs the proof of a code
    undo,           // of a cancellation; the same
    shrink,         // to `party`; the same
    check_in,       // `party` more have come; the same
    return_rights,  // that this kiosk will not use
};

// One thing that happened at a kiosk, in the form in which it is kept, sent and answered. Whatever
// is repeated, lost or reordered on the way, it takes effect once, by its id.
struct Operation {
    OperationKind kind = OperationKind::sign_up;
    domain::OperationId id;  // of a sign-up: the sign-up's
    CentreId centre;
    int kiosk = 1;
    std::int64_t sequence = 1;  // the kiosk's own order
    domain::SignUpId sign_up;
    domain::OccasionId occasion;
    domain::ListingId listing;
    int party = 1;
    domain::Source source = domain::Source::screen;
    bool walking_in = false;
    base::Instant entered{};  // by the kiosk's clock, which decides nothing
    HoldId hold;              // none: all zeros
    std::vector<SeatRight> rights;
    std::string code;    // of a sign-up: what the kiosk gave out, as domain::Code::plain()
    std::string sealed;  // the form or the proof (sealed_form.h)

    bool operator==(const Operation&) const = default;
};

inline constexpr std::size_t operation_bytes_max = 20'000;
inline constexpr std::size_t rights_of_one_max = 64;
inline constexpr std::int64_t sequence_max = 1'000'000'000'000;

// Signed by the kiosk: what is stored, and sent again byte for byte.
std::string sign_operation(const Operation& operation, const SigningKey& kiosk);

// Understood, but by nobody's word yet. "operation.malformed": nothing of it can be used.
base::Result<Operation> read_operation(std::string_view message);
bool signed_by(std::string_view message, const PublicKey& kiosk);

}  // namespace wenlan::sync
