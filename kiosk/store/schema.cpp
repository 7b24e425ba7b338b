// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include <string>

#include "store/sqlite/transaction.h"

namespace wenlan::store {

namespace {

// Everything that the schema table says, as one text to compare.
base::Result<std::string> description(sqlite::Database& database) {
    sqlite::Statement statement = TRY(database.prepare(
        "SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_schema ORDER BY type, name"));
    std::string text;
    while (TRY(statement.step())) {
        for (int column = 0; column < 4; ++column) text += statement.text(column) + '\x1F';
        text += '\n';
    }
    return text;
}

base::Result<void> run_files(sqlite::Database& database, std::int64_t from, std::int64_t to) {
    const auto files = snapshot_schema();
    for (std::int64_t version = from + 1; version <= to; ++version) {
        TRY(database.run(std::string(files[static_cast<std::size_t>(version - 1)])));
    }
    TRY(database.run("PRAGMA user_version = " + std::to_string(to)));
    return {};
}

base::Result<std::string> made_description(std::int64_t version) {
    sqlite::Database made = TRY(sqlite::Database::in_memory());
    TRY(run_files(made, 0, version));
    return description(made);
}

// The newest is asked for with every snapshot that is opened and is therefore made once.
base::Result<std::string> expected_description(std::int64_t version) {
    const auto newest_version = static_cast<std::int64_t>(snapshot_schema().size());
    if (version != newest_version) return made_description(version);
    static const base::Result<std::string> newest = made_description(newest_version);
    return newest;
}

}  // namespace

base::Result<void> bring_to_newest_schema(sqlite::Database& database) {
    const auto newest = static_cast<std::int64_t>(snapshot_schema().size());
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database));
    const std::int64_t version = TRY(database.integer("PRAGMA user_version"));
    if (version == 0) {
        if (TRY(database.integer("SELECT count(*) FROM sqlite_schema")) != 0) {
            return base::Error{"snapshot.not-ours", "This file is not a programme of Wenlan."};
        }
        TRY(database.run("PRAGMA application_id = " + std::to_string(application_id)));
    }
    if (version < newest) TRY(run_files(database, version, newest));
    TRY(transaction.commit());
    return check_schema(database);
}

base::Result<void> check_schema(sqlite::Database& database) {
    if (TRY(database.integer("PRAGMA application_id")) != application_id) {
        return base::Error{"snapshot.not-ours", "This file is not a programme of Wenlan."};
    }
    const auto newest = static_cast<std::int64_t>(snapshot_schema().size());
    const std::int64_t version = TRY(database.integer("PRAGMA user_version"));
    if (version > newest) {
        return base::Error{"snapshot.too-new",
                           "This programme was made by a newer Wenlan: update this one first.",
                           "schema " + std::to_string(version)};
    }
    if (version < 1 || TRY(description(database)) != TRY(expected_description(version))) {
        return base::Error{"snapshot.wrong-schema", "This programme is laid out in an unknown way.",
                           "schema " + std::to_string(version)};
    }
    return {};
}

}  // namespace wenlan::store
