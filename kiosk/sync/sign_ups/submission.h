// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sync/sign_ups/operation.h"

namespace wenlan::sync {

// How much the kiosk knows of a sign-up already.
struct Watched {
    domain::SignUpId id;
    std::int64_t version = 0;

    bool operator==(const Watched&) const = default;
};

// What a kiosk brings to the hub, over the network or on a stick: its operations in their order,
// each signed in itself, and what it would like to hear of. The whole is signed too.
struct Submission {
    CentreId centre;
    int kiosk = 1;
    std::vector<std::string> operations;
    std::vector<Watched> watched;
    bool wants_rights = false;

    bool operator==(const Submission&) const = default;
};

inline constexpr std::size_t submission_bytes_max = 240 << 10;
inline constexpr std::size_t submission_operations_max = 64;
inline constexpr std::size_t submission_watched_max = 200;

std::string sign_submission(const Submission& submission, const SigningKey& kiosk);
// As read_operation and signed_by. "submission.malformed".
base::Result<Submission> read_submission(std::string_view message);

// A request to hold seats while a sheet is open; 0 seats: let them go.
struct HoldRequest {
    CentreId centre;
    int kiosk = 1;
    HoldId hold;
    domain::OccasionId occasion;
    int seats = 0;

    bool operator==(const HoldRequest&) const = default;
};

std::string sign_hold_request(const HoldRequest& request, const SigningKey& kiosk);
base::Result<HoldRequest> read_hold_request(std::string_view message);

}  // namespace wenlan::sync
