// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/snapshot_check.h"

#include "base/log.h"
#include "store/checksum.h"
#include "store/schema.h"

namespace wenlan::store {

namespace {

base::Error damaged(std::string detail) {
    return {"snapshot.damaged", "The programme's file is damaged.", std::move(detail)};
}

}  // namespace

base::Result<void> check_bytes(base::Disk& disk, const DataFolder& folder,
                               const std::string& name) {
    constexpr std::size_t snapshot_bytes_max = std::size_t{1} << 30;
    constexpr std::size_t checksum_bytes_max = 100;
    const std::string bytes = TRY(disk.read(folder.snapshot(name), snapshot_bytes_max));
    if (!disk.exists(folder.checksum(name))) {
        base::log::warning("the programme " + name + " has no checksum");
        return {};
    }
    const std::string expected = TRY(disk.read(folder.checksum(name), checksum_bytes_max));
    if (checksum_line(bytes) != expected) return damaged("checksum of " + name);
    return {};
}

base::Result<void> check_content(sqlite::Database& database) {
    TRY(check_schema(database));
    sqlite::Statement sound = TRY(database.prepare("PRAGMA quick_check(1)"));
    if (!TRY(sound.step()) || sound.text(0) != "ok") return damaged("quick_check");
    sqlite::Statement references = TRY(database.prepare("PRAGMA foreign_key_check"));
    if (TRY(references.step())) return damaged("foreign_key_check");
    if (TRY(database.integer("SELECT count(*) FROM centre WHERE name_zh <> '' OR name_en <> ''")) ==
            0 ||
        TRY(database.integer("SELECT count(*) FROM meta")) == 0 ||
        TRY(database.integer("SELECT EXISTS (SELECT 1 FROM listing)")) == 0) {
        return base::Error{"snapshot.empty", "There is nothing in this programme."};
    }
    return {};
}

}  // namespace wenlan::store
