// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/poster_names.h"

#include "store/sqlite/database.h"

namespace wenlan::store {

base::Result<std::vector<std::string>> poster_names(const std::filesystem::path& snapshot) {
    constexpr std::size_t names_max = 100'000;
    sqlite::Database database = TRY(sqlite::Database::open_immutable(snapshot));
    sqlite::Statement row = TRY(
        database.prepare("SELECT DISTINCT poster FROM listing WHERE poster <> '' ORDER BY poster"));
    std::vector<std::string> names;
    while (TRY(row.step()) && names.size() < names_max) names.emplace_back(row.text(0));
    return names;
}

}  // namespace wenlan::store
