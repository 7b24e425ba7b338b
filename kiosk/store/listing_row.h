// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "base/time.h"
#include "store/programme.h"
#include "store/sqlite/row_writer.h"

namespace wenlan::store {

sqlite::Value value_of(const std::optional<base::Instant>& instant);
inline sqlite::Value value_of(int number) { return std::int64_t{number}; }

// A listing's row without its id and key, as the publication and the hub have it. The values look
// into `entry`.
std::vector<sqlite::Column> listing_row(const ProgrammeListing& entry);

}  // namespace wenlan::store
