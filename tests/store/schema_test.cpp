// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include <string>

#include "catch.h"
#include "store/sqlite/database.h"

using namespace wenlan;
using store::sqlite::Database;

namespace {

Database newest() {
    Database database = Database::in_memory().value();
    store::bring_to_newest_schema(database).value();
    return database;
}

std::string code_of(const base::Result<void>& result) {
    return result.ok() ? "ok" : result.error().code;
}

}  // namespace

TEST_CASE("An empty database becomes a programme, and stays one", "[schema]") {
    Database database = newest();
    CHECK(code_of(store::check_schema(database)) == "ok");
    CHECK(code_of(store::bring_to_newest_schema(database)) == "ok");
    CHECK(database.integer("PRAGMA user_version").value() ==
          static_cast<std::int64_t>(store::snapshot_schema().size()));
}

TEST_CASE("Every table is strict, and none counts seats taken or indexes words", "[schema]") {
    Database database = newest();
    CHECK(database
              .integer("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND "
                       "name NOT LIKE 'sqlite_%' AND strict = 0")
              .value() == 0);
    CHECK(
        database.integer("SELECT count(*) FROM pragma_table_list WHERE type = 'virtual'").value() ==
        0);
    CHECK(database
              .integer("SELECT count(*) FROM sqlite_schema s, pragma_table_info(s.name) c "
                       "WHERE s.type = 'table' AND c.name LIKE '%taken%'")
              .value() == 0);
}

TEST_CASE("A schema that differs in anything is refused", "[schema]") {
    Database database = newest();
    const auto* const change = GENERATE(
        "CREATE TABLE more (id INTEGER)", "CREATE VIEW more AS SELECT 1",
        "CREATE INDEX more ON occasion (end_ms)",
        "CREATE TRIGGER more AFTER INSERT ON tag BEGIN SELECT 1; END",
        "DROP INDEX occasion_by_start", "ALTER TABLE venue ADD COLUMN more TEXT", "DROP TABLE tag");
    CAPTURE(change);
    database.run("PRAGMA foreign_keys = OFF").value();
    REQUIRE(database.run(change).ok());
    CHECK(code_of(store::check_schema(database)) == "snapshot.wrong-schema");
}

TEST_CASE("A newer schema asks for an update of this program", "[schema]") {
    Database database = newest();
    database.run("PRAGMA user_version = 99").value();
    CHECK(code_of(store::check_schema(database)) == "snapshot.too-new");
    CHECK(code_of(store::bring_to_newest_schema(database)) == "snapshot.too-new");
}

TEST_CASE("Somebody else's database is refused and left as it is", "[schema]") {
    Database database = Database::in_memory().value();
    database.run("CREATE TABLE theirs (id INTEGER)").value();
    CHECK(code_of(store::check_schema(database)) == "snapshot.not-ours");
    CHECK(code_of(store::bring_to_newest_schema(database)) == "snapshot.not-ours");
    CHECK(database.integer("SELECT count(*) FROM sqlite_schema").value() == 1);

    Database renamed = newest();
    renamed.run("PRAGMA application_id = 5").value();
    CHECK(code_of(store::check_schema(renamed)) == "snapshot.not-ours");
}

TEST_CASE("The schema itself refuses what makes no sense", "[schema]") {
    Database database = newest();
    database.run("PRAGMA foreign_keys = ON").value();
    const auto* const row = GENERATE(
        "INSERT INTO opening_hours VALUES (8, 0, 10)",
        "INSERT INTO opening_hours VALUES (1, 20, 10)",
        "INSERT INTO closure_day VALUES ('tomorrow')",
        "INSERT INTO occasion (listing_id, venue_id, start_ms, end_ms, capacity, walk_in_places, "
        "state, reason_zh, reason_en) VALUES (1, 1, 5, 9, 0, 0, 'scheduled', '', '')",
        "INSERT INTO tag (key, name_zh, name_en, section, filter_order) "
        "VALUES ('a', '', '', 'kitchen', 0)",
        "INSERT INTO tag (key, name_zh, name_en, section, filter_order) "
        "VALUES ('', '', '', 'events', 0)",
        "INSERT INTO meta VALUES (1, 'one', 0, 0, 0, NULL)");
    CAPTURE(row);
    CHECK(code_of(database.run(row)) == "store.constraint");
}

TEST_CASE("A programme of the first schema is brought to the newest with all that it holds",
          "[schema]") {
    Database database = Database::in_memory().value();
    database.run(std::string(store::snapshot_schema().front())).value();
    database.run("PRAGMA user_version = 1; PRAGMA application_id = 1464749134").value();
    database
        .run(
            "INSERT INTO meta VALUES (1, 4, 0, 0, 0, NULL);"
            "INSERT INTO venue (key, name_zh, name_en, short_name_zh, short_name_en, floor_zh, "
            "floor_en, directions_zh, directions_en) VALUES ('h', '厅', '', '', '', '', '', '', "
            "'');"
            "INSERT INTO listing SELECT 1, 'opera', 'desk', 'reading', 'reading', '戏', '', '', "
            "'', '', '', '', '', '', '', '', '', '', '', '', '', '', 0.5, 0.5, 'none', 'home', "
            "'', '', '', '', NULL, NULL, NULL;"
            "INSERT INTO occasion SELECT 1, 1, 1, 5, 9, 0, 0, NULL, NULL, 'scheduled', '', ''")
        .value();
    store::bring_to_newest_schema(database).value();
    CHECK(database.integer("SELECT put_forward FROM occasion WHERE kind = 'reading'").value() == 1);
    CHECK(database.integer("SELECT storey FROM venue").value() == 0);
    // It has to be published in the new form.
    CHECK(database.integer("SELECT edited FROM meta").value() == 1);
}
