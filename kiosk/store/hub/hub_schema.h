// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace wenlan::store {

// One file of data/schema/hub.
struct HubMigration {
    std::int64_t number = 0;  // unique; there may be gaps
    std::string_view name;    // "0001_ground"
    std::string_view sql;
};

// All of them, in the order of their numbers.
std::span<const HubMigration> hub_schema();

}  // namespace wenlan::store
