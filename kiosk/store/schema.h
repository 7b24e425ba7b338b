// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.h"
#include "store/sqlite/database.h"

namespace wenlan::store {

// The files of data/schema/snapshot in order. A database that has run the first n of them is of
// schema version n.
std::span<const std::string_view> snapshot_schema();

// Marks a file as Wenlan's ("WNLN").
inline constexpr std::int64_t application_id = 0x574E'4C4E;

// Brings a database that is edited here to the newest schema; an empty one becomes the first.
base::Result<void> bring_to_newest_schema(sqlite::Database& database);

// Says whether what is there is one of our schemas, exactly: no table, index, trigger or view more
// or less. Codes: snapshot.not-ours, snapshot.too-new, snapshot.wrong-schema.
base::Result<void> check_schema(sqlite::Database& database);

}  // namespace wenlan::store
