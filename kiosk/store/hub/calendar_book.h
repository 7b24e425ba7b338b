// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/local_text.h"
#include "base/result.h"
#include "domain/listing.h"
#include "store/hub/hub_database.h"

namespace wenlan::store {

// A date as calendar programs are told of it.
struct CalendarEntry {
    domain::OccasionId occasion;
    std::string listing_key;
    std::string venue_key;
    base::LocalText title;
    base::LocalText note;
    base::LocalText place;
    base::LocalText reason;  // of a move or cancellation
    base::Instant start{};
    base::Instant end{};
    domain::OccasionState state = domain::OccasionState::scheduled;
    // Kept here: grows when time, place or state change.
    std::int64_t sequence = 0;
    base::Instant changed{};
};

// What was told before goes on from there. Thread: that of its database.
class CalendarBook {
public:
    explicit CalendarBook(HubDatabase& hub) : database_(hub.connection()) {}

    // These are all dates that end after `from` and start before `until`. One that was among them
    // and is not any more is called off.
    base::Result<void> follow(std::span<const CalendarEntry> now_shown, base::Instant from,
                              base::Instant until, base::Instant now);

    struct Wanted {
        std::string listing_key = {};  // empty: all
        std::string venue_key = {};
        domain::OccasionId occasion = {};
        base::Instant from{};
    };
    static constexpr int entries_max = 5000;
    // By their start.
    base::Result<std::vector<CalendarEntry>> entries(const Wanted& wanted);

private:
    sqlite::Database& database_;
};

}  // namespace wenlan::store
