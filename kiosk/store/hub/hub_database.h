// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>

#include "base/ports.h"
#include "base/result.h"
#include "store/hub/hub_schema.h"
#include "store/sqlite/database.h"
#include "store/sqlite/transaction.h"

namespace wenlan::store {

// Where a hub's database lies in its data folder.
inline std::filesystem::path hub_database_path(const std::filesystem::path& data) {
    return data / "hub.db";
}

// The hub's own database, hub.db: everything that a centre's staff enter and everything that comes
// in. What a commit said is on the disk when it returns. A connection belongs to one thread at a
// time; other threads and processes open one of their own, and wait for each other's writing.
class HubDatabase {
public:
    // Opens the file, makes it where there is none, and brings it to the newest schema. All that is
    // new runs in one transaction, after the file as it was has been copied to
    // "hub.db.schema-<number>" beside it; when anything of it fails the file stays as it was.
    // Codes: hub.too-new, hub.not-ours, hub.migration-failed, those of the database.
    static base::Result<HubDatabase> open(base::Disk& disk, const std::filesystem::path& path,
                                          std::span<const HubMigration> schema = hub_schema());
    // The same for a file that has to be there: "hub.none".
    static base::Result<HubDatabase> open_existing(base::Disk& disk,
                                                   const std::filesystem::path& path);

    // Several changes as one: each is there in the end, or none.
    base::Result<sqlite::Transaction> begin() { return sqlite::Transaction::begin(connection_); }

    // For what lies in kiosk/store alone.
    sqlite::Database& connection() { return connection_; }
    const std::filesystem::path& path() const { return path_; }

private:
    HubDatabase(sqlite::Database connection, std::filesystem::path path)
        : connection_(std::move(connection)), path_(std::move(path)) {}

    sqlite::Database connection_;
    std::filesystem::path path_;
};

}  // namespace wenlan::store
