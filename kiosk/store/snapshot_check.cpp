// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/snapshot_check.h"

#include "base/log.h"
#include "store/bounds.h"
#include "store/checksum.h"
#include "store/names.h"
#include "store/schema.h"

namespace wenlan::store {

namespace {

base::Error damaged(std::string detail) {
    return {"snapshot.damaged", "The programme's file is damaged.", std::move(detail)};
}

// Every word of a column is one of an enumeration's.
template <typename Enum>
base::Result<void> check_words(sqlite::Database& database, const std::string& column,
                               const std::string& table) {
    sqlite::Statement words = TRY(database.prepare("SELECT DISTINCT " + column + " FROM " + table));
    while (TRY(words.step())) {
        const std::string word = words.text(0);
        if (!named<Enum>(word)) return damaged(table + "." + column + " " + word);
    }
    return {};
}

// SQLite does not look at the schema's CHECKs in a file that it may only read, so what the pages
// rely on is looked at here.
base::Result<void> check_values(sqlite::Database& database) {
    TRY(check_words<domain::Kind>(database, "kind", "listing"));
    TRY(check_words<domain::Section>(database, "section", "listing"));
    TRY(check_words<domain::Join>(database, "joining", "listing"));
    TRY(check_words<domain::Feature>(database, "feature", "listing"));
    TRY(check_words<domain::Section>(database, "section", "tag"));
    TRY(check_words<domain::OccasionState>(database, "state", "occasion"));
    TRY(check_words<domain::QuestionKind>(database, "kind", "question"));
    sqlite::Statement wrong = TRY(database.prepare(
        "SELECT 1 FROM occasion WHERE start_ms NOT BETWEEN 0 AND ?1 "
        "OR end_ms NOT BETWEEN start_ms + 1 AND ?1 OR signup_opens_ms NOT BETWEEN 0 AND ?1 "
        "OR signup_closes_ms NOT BETWEEN 0 AND ?1 OR capacity NOT BETWEEN 0 AND ?2 "
        "OR walk_in_places NOT BETWEEN 0 AND ?2 UNION ALL "
        "SELECT 1 FROM listing WHERE deadline_ms NOT BETWEEN 0 AND ?1 "
        "OR shown_from_ms NOT BETWEEN 0 AND ?1 OR shown_until_ms NOT BETWEEN 0 AND ?1 "
        "OR focus_x NOT BETWEEN 0 AND 1 OR focus_y NOT BETWEEN 0 AND 1 UNION ALL "
        "SELECT 1 FROM listing WHERE answered NOT BETWEEN 0 AND ?3 UNION ALL "
        "SELECT 1 FROM club WHERE members NOT BETWEEN 0 AND ?3 "
        "OR places_open NOT BETWEEN 0 AND ?3 OR founded_year NOT BETWEEN 0 AND 9999 UNION ALL "
        "SELECT 1 FROM challenge WHERE readers NOT BETWEEN 0 AND ?3 "
        "OR last_day < first_day UNION ALL "
        "SELECT 1 FROM club_sum WHERE clubs NOT BETWEEN 0 AND ?3 "
        "OR members NOT BETWEEN 0 AND ?3 OR recruiting NOT BETWEEN 0 AND ?3 UNION ALL "
        "SELECT 1 FROM (SELECT * FROM opening_hours UNION ALL SELECT * FROM duty_hours) "
        "WHERE weekday NOT BETWEEN 1 AND 7 "
        "OR opens_minute NOT BETWEEN 0 AND 1440 "
        "OR closes_minute NOT BETWEEN opens_minute AND 1440 UNION ALL "
        "SELECT 1 FROM meta WHERE issued_ms NOT BETWEEN 0 AND ?1"));
    wrong.bind(1, instant_ms_max);
    wrong.bind(2, seats_max);
    wrong.bind(3, count_max);
    if (TRY(wrong.step())) return damaged("a value out of its bounds");
    return {};
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
    TRY(check_values(database));
    if (TRY(database.integer("SELECT count(*) FROM centre WHERE name_zh <> '' OR name_en <> ''")) ==
            0 ||
        TRY(database.integer("SELECT count(*) FROM meta")) == 0 ||
        TRY(database.integer("SELECT EXISTS (SELECT 1 FROM listing)")) == 0) {
        return base::Error{"snapshot.empty", "There is nothing in this programme."};
    }
    return {};
}

}  // namespace wenlan::store
