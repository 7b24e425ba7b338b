// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "sync/crypto/signing.h"
#include "sync/edition.h"
#include "sync/pairing_messages.h"

namespace wenlan::sync {

// How a kiosk is, as it says itself and signs. Counts and codes; nothing of residents.
struct HealthReport {
    int kiosk = 1;
    std::int64_t serial = 1;  // grows with every report: one that is sent again is noticed
    base::Instant sent{};     // by the kiosk's clock
    // What is on the screen, not what was fetched; a version of 0: not the hub's.
    Edition shown{1, 0};
    bool newest_whole = true;    // false: the one before it, or the factory's
    std::int64_t outbox = 0;     // sign-ups that have not left
    std::int64_t disk_free = 0;  // bytes
    std::int64_t running_s = 0;
    int failures = 0;   // of asking, in a row
    std::string error;  // code of the last; empty: all is well
    std::string software;

    bool operator==(const HealthReport&) const = default;
};

inline constexpr std::size_t health_bytes_max = 4096;

std::string sign_health(const HealthReport& report, const SigningKey& kiosk);
// Who says that it comes from him, before that is known to be true. "health.malformed".
base::Result<int> kiosk_of_health(std::string_view file);
// Codes: those of signed_text.h for "health", health.malformed.
base::Result<HealthReport> read_health(std::string_view file, const PublicKey& kiosk);

// What the hub says to that. Not signed: nothing but what staff read hangs on it.
struct HealthAnswer {
    base::Instant now{};  // by the hub's clock
    std::string name;     // of the kiosk; staff may change it
};
std::string write(const HealthAnswer& answer);
base::Result<HealthAnswer> read_health_answer(std::string_view text);

}  // namespace wenlan::sync
