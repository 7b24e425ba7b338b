// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/result.h"
#include "base/time.h"
#include "sync/edition.h"

namespace wenlan::sync {

// How a kiosk stands with its hub. An error has a code, a sentence for residents and a detail for
// staff.
struct FollowStatus {
    std::optional<Edition> shown;         // none: not the hub's programme
    std::optional<Edition> highest;       // the highest that was seen signed
    std::optional<base::Instant> issued;  // when the highest was; how old it is follows from that
    std::optional<base::Instant> expires;
    std::optional<base::Instant> answered;  // when all was last found well
    std::optional<base::Error> error;       // of the last try; none: it went well
    std::optional<base::Error> alarm;  // what staff must look at; stays until all is well again
    int failures = 0;                  // in a row
};

// What the clock makes of it. A clock that is wrong never keeps a newer programme away.
enum class Freshness {
    unknown,  // there is no programme of the hub's
    fresh,
    expired,       // still shown, with its date; no seats are confirmed from it
    clock_behind,  // issued more than a day in the future: the clock cannot be right
};
Freshness freshness(const FollowStatus& status, base::Instant now);

}  // namespace wenlan::sync
