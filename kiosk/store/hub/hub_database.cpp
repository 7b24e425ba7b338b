// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/hub_database.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "store/sqlite/transaction.h"

namespace wenlan::store {

namespace {

constexpr std::int64_t hub_application_id = 0x574E'4C48;  // "WNLH"

// The numbers of the files that a database has run.
base::Result<std::set<std::int64_t>> run_before(sqlite::Database& database) {
    std::set<std::int64_t> numbers;
    const std::int64_t tables = TRY(database.integer("SELECT count(*) FROM sqlite_schema"));
    if (tables == 0) return numbers;
    if (TRY(database.integer("PRAGMA application_id")) != hub_application_id) {
        return base::Error{"hub.not-ours", "The file hub.db is not a database of a hub."};
    }
    sqlite::Statement rows = TRY(database.prepare("SELECT number FROM migration"));
    while (TRY(rows.step())) numbers.insert(rows.integer(0));
    return numbers;
}

base::Result<std::vector<HubMigration>> still_to_run(sqlite::Database& database,
                                                     std::span<const HubMigration> schema) {
    std::set<std::int64_t> before = TRY(run_before(database));
    std::vector<HubMigration> wanted;
    for (const HubMigration& file : schema) {
        if (before.erase(file.number) == 0) wanted.push_back(file);
    }
    if (!before.empty()) {
        return base::Error{"hub.too-new",
                           "This hub's data was written by a newer Wenlan: update this one first.",
                           "schema " + std::to_string(*before.rbegin())};
    }
    return wanted;
}

// The file as it was, for whoever wants to go back to the program as it was. By a connection of its
// own: one that has begun to write does not copy.
base::Result<void> copy_aside(base::Disk& disk, const std::filesystem::path& path) {
    sqlite::Database database = TRY(sqlite::Database::open_hub(path));
    const std::int64_t version = TRY(database.integer("PRAGMA user_version"));
    std::filesystem::path copy = path;
    copy += ".schema-" + std::to_string(version);
    std::filesystem::path part = copy;
    part += ".part";
    if (disk.exists(part)) TRY(disk.remove(part));
    TRY(database.copy_to(part));
    TRY(disk.sync(part));
    TRY(disk.rename(part, copy));
    return disk.sync(path.parent_path());
}

base::Result<void> run_files(sqlite::Database& database, std::span<const HubMigration> files) {
    for (const HubMigration& file : files) {
        const auto done = database.run(std::string(file.sql));
        if (!done) {
            return base::Error{"hub.migration-failed", "",
                               std::string(file.name) + ": " + done.error().detail};
        }
        sqlite::Statement* const note =
            TRY(database.cached("INSERT INTO migration (number, name) VALUES (?, ?)"));
        note->bind(1, file.number);
        note->bind(2, file.name);
        TRY(note->run());
    }
    sqlite::Statement broken = TRY(database.prepare("PRAGMA foreign_key_check"));
    if (TRY(broken.step())) {
        return base::Error{"hub.migration-failed", "", "a reference in " + broken.text(0)};
    }
    return {};
}

// Inside the transaction: another process may have done it meanwhile.
base::Result<void> migrate(base::Disk& disk, sqlite::Database& database,
                           const std::filesystem::path& path,
                           std::span<const HubMigration> schema) {
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database));
    const auto files = TRY(still_to_run(database, schema));
    if (files.empty()) return {};
    const bool fresh = TRY(database.integer("SELECT count(*) FROM sqlite_schema")) == 0;
    if (!fresh) TRY(copy_aside(disk, path));
    TRY(database.run("PRAGMA application_id = " + std::to_string(hub_application_id)));
    if (const auto done = run_files(database, files); !done) {
        return base::Error{"hub.migration-failed",
                           "The hub's data could not be brought to the form that this version "
                           "needs. Nothing of it was changed.",
                           done.error().detail};
    }
    TRY(database.run("PRAGMA user_version = " + std::to_string(schema.back().number)));
    return transaction.commit();
}

}  // namespace

base::Result<HubDatabase> HubDatabase::open(base::Disk& disk, const std::filesystem::path& path,
                                            std::span<const HubMigration> schema) {
    const bool in_order =
        std::is_sorted(schema.begin(), schema.end(),
                       [](const auto& a, const auto& b) { return a.number < b.number; });
    base::ensure(in_order && !schema.empty(), "migrations come in the order of their numbers");
    sqlite::Database database = TRY(sqlite::Database::open_hub(path));
    if (!TRY(still_to_run(database, schema)).empty()) {
        // A table that is made anew must not take along what refers to it; what does not fit in the
        // end is found before the commit.
        TRY(database.run("PRAGMA foreign_keys = OFF"));
        TRY(migrate(disk, database, path, schema));
        TRY(database.run("PRAGMA foreign_keys = ON"));
    }
    return HubDatabase(std::move(database), path);
}

base::Result<HubDatabase> HubDatabase::open_existing(base::Disk& disk,
                                                     const std::filesystem::path& path) {
    if (!disk.exists(path)) {
        return base::Error{"hub.none", "There is no hub in " + path.parent_path().string() + "."};
    }
    return open(disk, path);
}

}  // namespace wenlan::store
