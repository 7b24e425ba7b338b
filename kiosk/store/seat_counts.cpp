// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/seat_counts.h"

#include <nlohmann/json.hpp>

#include "store/data_folder.h"

namespace wenlan::store {

namespace {

base::Error bad(std::string detail) {
    return {"seats.bad-file", "The file of seats taken is damaged.", std::move(detail)};
}

}  // namespace

std::string to_json(const SeatCounts& counts) {
    nlohmann::json taken = nlohmann::json::object();
    for (const auto& [occasion, seats] : counts.taken) {
        taken[std::to_string(occasion.value)] = seats;
    }
    return nlohmann::json{{"taken", taken}}.dump() + "\n";
}

base::Result<SeatCounts> parse_seat_counts(std::string_view json) {
    const auto parsed = nlohmann::json::parse(json, nullptr, false);
    if (parsed.is_discarded() || !parsed.is_object() || parsed.size() != 1 ||
        !parsed.contains("taken") || !parsed["taken"].is_object()) {
        return bad("not an object with `taken`");
    }
    constexpr std::int64_t seats_max = 1'000'000;
    SeatCounts counts;
    for (const auto& [key, seats] : parsed["taken"].items()) {
        const auto occasion = version_of(key);
        if (!occasion || !seats.is_number_integer()) return bad("occasion " + key);
        const auto taken = seats.get<std::int64_t>();
        if (taken < 0 || taken > seats_max) return bad("occasion " + key);
        counts.taken[{*occasion}] = static_cast<int>(taken);
    }
    return counts;
}

}  // namespace wenlan::store
