// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "domain/ids.h"

namespace wenlan::store {

// Seats taken by occasion. They change far more often than the programme and are therefore kept in
// a file beside the snapshot, not in it.
struct SeatCounts {
    std::map<domain::OccasionId, int> taken;

    std::optional<int> of(domain::OccasionId occasion) const {
        const auto found = taken.find(occasion);
        if (found == taken.end()) return std::nullopt;
        return found->second;
    }
    bool operator==(const SeatCounts&) const = default;
};

// {"taken": {"12": 5}}; the inverse takes nothing else.
std::string to_json(const SeatCounts& counts);
base::Result<SeatCounts> parse_seat_counts(std::string_view json);

}  // namespace wenlan::store
