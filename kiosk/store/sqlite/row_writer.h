// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "store/sqlite/database.h"

namespace wenlan::store::sqlite {

using Value = std::variant<std::monostate, std::int64_t, double, std::string_view>;

struct Column {
    std::string_view name;
    Value value;
};

enum class Written { added, changed, unchanged };

struct WrittenRow {
    std::int64_t id = 0;
    Written how = Written::unchanged;
};

// Adds the row with these key columns to a table whose primary key is `id`, or changes it where it
// differs: a row that is the same already touches no page. Table and column names are the program's
// own words; values are bound.
base::Result<WrittenRow> write_row(Database& database, std::string_view table,
                                   std::span<const Column> keys, std::span<const Column> columns);

}  // namespace wenlan::store::sqlite
