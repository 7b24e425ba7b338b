// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/snapshot_check.h"

#include <cstdint>
#include <string_view>
#include <utility>

#include "base/log.h"
#include "store/bounds.h"
#include "store/inspection.h"
#include "store/schema.h"

namespace wenlan::store {

namespace {

constexpr std::uint64_t snapshot_bytes_max = std::uint64_t{1} << 30;

std::uint64_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint64_t value = 0;
    for (const char c : bytes.substr(at, count)) value = value << 8 | static_cast<unsigned char>(c);
    return value;
}

// By SQLite's description of its file format: the first hundred bytes of page one.
base::Result<void> check_database_header(std::string_view header, std::uint64_t file_bytes) {
    constexpr std::string_view magic{"SQLite format 3\0", 16};
    if (header.size() < 100 || !header.starts_with(magic)) return damaged("not a database");
    const std::uint64_t said = big_endian(header, 16, 2);
    const std::uint64_t page_bytes = said == 1 ? 65536 : said;
    if (page_bytes < 512 || (page_bytes & (page_bytes - 1)) != 0) return damaged("page size");
    if (big_endian(header, 24, 4) != big_endian(header, 92, 4)) return damaged("page count");
    if (big_endian(header, 28, 4) * page_bytes != file_bytes) {
        return damaged("cut off: " + std::to_string(file_bytes) + " bytes");
    }
    return {};
}

base::Result<void> check_small_tables(sqlite::Database& database) {
    sqlite::Statement wrong = TRY(database.prepare(
        "SELECT 1 FROM (SELECT * FROM opening_hours UNION ALL SELECT * FROM duty_hours) "
        "WHERE weekday NOT BETWEEN 1 AND 7 OR opens_minute NOT BETWEEN 0 AND 1440 "
        "OR closes_minute NOT BETWEEN opens_minute AND 1440 UNION ALL "
        "SELECT 1 FROM house WHERE volunteer_hours NOT BETWEEN 0 AND ?2 "
        "OR volunteers NOT BETWEEN 0 AND ?2 OR village_groups NOT BETWEEN 0 AND ?2 "
        "OR latitude_deg NOT BETWEEN -90 AND 90 OR longitude_deg NOT BETWEEN -180 AND 180 "
        "UNION ALL SELECT 1 FROM meta WHERE issued_ms NOT BETWEEN 0 AND ?1"));
    wrong.bind(1, instant_ms_max);
    wrong.bind(2, count_max);
    if (TRY(wrong.step())) return damaged("a value out of its bounds");
    return {};
}

}  // namespace

base::Error damaged(std::string detail) {
    return {"snapshot.damaged", "The programme's file is damaged.", std::move(detail)};
}

base::Result<std::optional<std::string>> check_header(base::Disk& disk, const DataFolder& folder,
                                                      const std::string& name) {
    constexpr std::size_t header_bytes = 100;
    constexpr std::size_t checksum_bytes_max = 100;
    const base::FilePart part = TRY(disk.read_part(folder.snapshot(name), 0, header_bytes));
    if (part.file_bytes > snapshot_bytes_max) return damaged("too large");
    std::optional<std::string> expected;
    if (disk.exists(folder.checksum(name))) {
        expected = TRY(disk.read(folder.checksum(name), checksum_bytes_max));
    } else {
        base::log::warning("the programme " + name + " has no checksum");
    }
    if (expected && !expected->starts_with(std::to_string(part.file_bytes) + " ")) {
        return damaged("length of " + name);
    }
    TRY(check_database_header(part.bytes, part.file_bytes));
    return expected;
}

base::Result<void> check_surroundings(sqlite::Database& database) {
    TRY(check_schema(database));
    if (TRY(database.integer("PRAGMA user_version")) <
        static_cast<std::int64_t>(snapshot_schema().size())) {
        return base::Error{"snapshot.too-old",
                           "This programme was made by an older Wenlan: publish it again."};
    }
    TRY(check_small_tables(database));
    if (TRY(database.integer("SELECT count(*) FROM centre WHERE name_zh <> '' OR name_en <> ''")) ==
            0 ||
        TRY(database.integer("SELECT count(*) FROM meta")) == 0 ||
        TRY(database.integer("SELECT EXISTS (SELECT 1 FROM listing)")) == 0) {
        return base::Error{"snapshot.empty", "There is nothing in this programme."};
    }
    return {};
}

base::Result<void> check_whole(base::Disk& disk, const DataFolder& folder,
                               const std::string& name) {
    auto expected = TRY(check_header(disk, folder, name));
    sqlite::Database database = TRY(sqlite::Database::open_immutable(folder.snapshot(name)));
    TRY(check_surroundings(database));
    Inspection inspection(database, std::move(expected));
    while (!TRY(inspection.look_further())) {
    }
    sqlite::Statement sound = TRY(database.prepare("PRAGMA quick_check(1)"));
    if (!TRY(sound.step()) || sound.text(0) != "ok") return damaged("quick_check");
    sqlite::Statement references = TRY(database.prepare("PRAGMA foreign_key_check"));
    if (TRY(references.step())) return damaged("foreign_key_check");
    return {};
}

}  // namespace wenlan::store
