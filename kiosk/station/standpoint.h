// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "base/time.h"
#include "station/english.h"
#include "store/snapshot.h"

namespace wenlan::station {

// From where and when the pages are seen.
struct Standpoint {
    // How far the published seats can be relied on.
    enum class Seats { certain, approximate, unknown };

    const store::Snapshot& snapshot;
    const base::Zone& zone;
    const English& english;
    base::Instant now;
    base::CivilTime local;  // `now` in the zone
    Seats seats = Seats::certain;

    Standpoint(const store::Snapshot& snapshot_, const base::Zone& zone_, const English& english_,
               base::Instant now_)
        : snapshot(snapshot_),
          zone(zone_),
          english(english_),
          now(now_),
          local(zone_.local(now_)) {}

    base::CivilDate today() const { return local.date; }
    base::Instant start_of(base::CivilDate date) const { return zone.instant({date, 0, 0, 0}); }
    // What is going on at some time of these days, the last one not included.
    store::OccasionQuery days(base::CivilDate from, base::CivilDate to) const {
        return {.now = now, .from = start_of(from), .to = start_of(to)};
    }
};

inline constexpr int strip_days = 28;                   // of the events page
inline constexpr std::chrono::minutes soon_before{30};  // the start

}  // namespace wenlan::station
