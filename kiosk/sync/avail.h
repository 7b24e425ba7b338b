// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "store/seat_counts.h"
#include "sync/manifest.h"

namespace wenlan::sync {

// Seats taken, good with one manifest only: occasions are counted by the ids of its database.
struct Avail {
    CentreId centre;
    Edition edition;
    Hash manifest;
    std::int64_t serial = 0;  // grows with every change
    base::Instant issued{};
    base::Instant expires{};
    store::SeatCounts seats;

    bool operator==(const Avail&) const = default;
};

inline constexpr std::size_t avail_bytes_max = 1 << 20;
inline constexpr std::int64_t taken_max = 1'000'000;

std::string sign_avail(const Avail& avail, const SigningKey& online_key);

// Codes: those of signed_text.h for "avail", avail.bad-field, avail.other-manifest, avail.too-old
// (from before the manifest was made).
base::Result<Avail> read_avail(std::string_view file, const Root& root,
                               const SignedManifest& manifest);

}  // namespace wenlan::sync
