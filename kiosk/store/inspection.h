// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "base/result.h"
#include "store/checksum.h"
#include "store/sqlite/database.h"

namespace wenlan::store {

// Looks at the whole of an opened snapshot piece by piece, so that a large one can be shown before
// it has been read: its bytes against the checksum beside it, then every row of it, down to the
// last page of its texts. Each piece takes a few milliseconds at the most.
//
// SQLite does not look at the schema's CHECKs and references in a file that it may only read, so
// what the pages rely on is looked at here.
class Inspection {
public:
    // `expected` is the line of its checksum; none: its bytes cannot be compared.
    Inspection(sqlite::Database& database, std::optional<std::string> expected)
        : database_(database), expected_(std::move(expected)) {}

    // True: everything has been looked at, and is as it should be. Codes: snapshot.damaged, or the
    // database's.
    base::Result<bool> look_further();

private:
    enum class Stage : std::uint8_t { bytes, small_tables, listings, occasions, pages, done };

    base::Result<bool> look_at_bytes();
    base::Result<void> look_at_small_tables();
    base::Result<bool> look_at_listings();
    base::Result<bool> look_at_occasions();
    base::Result<void> look_at_pages();

    sqlite::Database& database_;
    std::optional<std::string> expected_;
    Stage stage_ = Stage::bytes;
    std::int64_t offset_ = 0;
    Checksum checksum_;
    std::int64_t last_id_ = 0;  // of the rows looked at
};

}  // namespace wenlan::store
