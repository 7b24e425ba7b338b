// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/hub_database.h"

#include <vector>

#include "catch.h"
#include "store/folder.h"
#include "store/hub/audit.h"
#include "store/hub/sha256.h"
#include "store/sqlite/transaction.h"
#include "store/town.h"

using namespace wenlan;
using store::Audit;
using store::HubDatabase;
using store::HubMigration;

namespace {

struct Office {
    test::Folder folder;
    base::PosixDisk disk;
    std::filesystem::path path = store::hub_database_path(folder.path());
    store::By by{"王老师", test::at("2026-11-22T14:20")};

    base::Result<HubDatabase> open(std::span<const HubMigration> schema = store::hub_schema()) {
        return HubDatabase::open(disk, path, schema);
    }
    void log(HubDatabase& hub, const std::string& after) {
        auto transaction = store::sqlite::Transaction::begin(hub.connection()).value();
        REQUIRE(Audit(hub).append(by, "listing.changed", "7", "", after).ok());
        REQUIRE(transaction.commit().ok());
    }
    // As somebody does who edits the file: without its triggers.
    void tamper(const std::string& sql) {
        auto raw = store::sqlite::Database::open_for_editing(path).value();
        REQUIRE(raw.run(sql).ok());
    }
};

std::vector<HubMigration> with(std::vector<HubMigration> more) {
    std::vector<HubMigration> all(store::hub_schema().begin(), store::hub_schema().end());
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace

TEST_CASE("A hub's database is made with a log ahead, checked references and whole commits",
          "[hub store]") {
    Office office;
    auto hub = office.open().value();
    store::sqlite::Database& database = hub.connection();
    auto mode = database.prepare("PRAGMA journal_mode").value();
    REQUIRE(mode.step().value());
    CHECK(mode.text(0) == "wal");
    CHECK(database.integer("PRAGMA synchronous").value() == 2);
    CHECK(database.integer("PRAGMA foreign_keys").value() == 1);
    CHECK(database
              .integer("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' "
                       "AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
              .value() == 0);
    CHECK(office.open().ok());  // a second one beside it
}

TEST_CASE("An older hub is brought to the newest schema, and what it was stays beside it",
          "[hub store]") {
    Office office;
    const auto first = store::hub_schema().subspan(0, 1);
    {
        auto hub = office.open(first).value();
        office.log(hub, "kept");
    }
    const auto newer =
        with({{9001, "9001_note", "CREATE TABLE note (text TEXT NOT NULL) STRICT;"}});
    auto hub = office.open(newer).value();
    CHECK(hub.connection().integer("SELECT count(*) FROM note").value() == 0);
    CHECK(hub.connection().integer("SELECT count(*) FROM audit").value() == 1);
    auto before = HubDatabase::open(office.disk, office.folder / "hub.db.schema-1", first).value();
    CHECK(before.connection().integer("SELECT count(*) FROM audit").value() == 1);
    CHECK(before.connection()
              .integer("SELECT count(*) FROM sqlite_schema WHERE name = 'note'")
              .value() == 0);
}

TEST_CASE("A migration that fails leaves the hub's file as it was", "[hub store]") {
    Office office;
    {
        auto hub = office.open().value();
        office.log(hub, "kept");
    }
    const std::string before = test::bytes_of(office.path);
    const auto failing = with({{9001, "9001_good", "CREATE TABLE good (id INTEGER) STRICT;"},
                               {9002, "9002_bad",
                                "CREATE TABLE half (id INTEGER) STRICT; "
                                "INSERT INTO nothing VALUES (1);"}});
    const auto refused = office.open(failing);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == "hub.migration-failed");
    CHECK(refused.error().detail.starts_with("9002_bad"));
    CHECK(test::bytes_of(office.path) == before);
    auto hub = office.open().value();
    CHECK(hub.connection().integer("SELECT count(*) FROM audit").value() == 1);
    CHECK(hub.connection()
              .integer("SELECT count(*) FROM sqlite_schema WHERE name IN ('good', 'half')")
              .value() == 0);
}

TEST_CASE("A migration that leaves a reference to nothing is undone", "[hub store]") {
    Office office;
    const auto failing = with({{9001, "9001_dangling",
                                "CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT; "
                                "CREATE TABLE b (a INTEGER NOT NULL REFERENCES a (id)) STRICT; "
                                "INSERT INTO b VALUES (5);"}});
    CHECK(office.open(failing).error().code == "hub.migration-failed");
    CHECK(office.open().ok());
}

TEST_CASE("A hub of a newer program is refused with a sentence, and so is what is no hub",
          "[hub store]") {
    Office office;
    REQUIRE(office.open(with({{9001, "9001_new", "CREATE TABLE n (id INTEGER) STRICT;"}})).ok());
    const auto refused = office.open();
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == "hub.too-new");
    CHECK(refused.error().message ==
          "This hub's data was written by a newer Wenlan: update this one first.");

    Office other;
    auto raw = store::sqlite::Database::open_for_editing(other.path).value();
    REQUIRE(raw.run("CREATE TABLE mine (id INTEGER)").ok());
    CHECK(other.open().error().code == "hub.not-ours");

    Office none;
    CHECK(HubDatabase::open_existing(none.disk, none.path).error().code == "hub.none");
    CHECK_FALSE(std::filesystem::exists(none.path));
}

TEST_CASE("The log of changes only goes on", "[hub store]") {
    Office office;
    auto hub = office.open().value();
    office.log(hub, "one");
    office.log(hub, "two");
    for (const char* sql :
         {"UPDATE audit SET who = 'nobody'", "DELETE FROM audit", "DELETE FROM audit_head",
          "UPDATE audit_head SET number = 0",
          "INSERT OR REPLACE INTO audit SELECT 1, at_ms, who, kind, subject, before, 'other', "
          "previous, hash FROM audit WHERE number = 1"}) {
        CAPTURE(sql);
        CHECK_FALSE(hub.connection().run(sql).ok());
    }
    CHECK(Audit(hub).verify().ok());
    const auto entries = Audit(hub).of_subject("7", 10).value();
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].after == "two");
    CHECK(entries[1].number == 1);
    CHECK(entries[1].by.who == "王老师");
    CHECK(entries[1].by.at == office.by.at);
}

TEST_CASE("A change in the log, or of its length, is found", "[hub store]") {
    const char* const tampering =
        GENERATE("UPDATE audit SET after = 'other' WHERE number = 2",
                 "UPDATE audit SET who = 'nobody' WHERE number = 1",
                 "DELETE FROM audit WHERE number = 2", "DELETE FROM audit WHERE number = 3",
                 "DELETE FROM audit", "UPDATE audit SET hash = previous WHERE number = 3",
                 "UPDATE audit SET before = after, after = before WHERE number = 2");
    CAPTURE(tampering);
    Office office;
    {
        auto hub = office.open().value();
        for (const char* after : {"one", "two", "three"}) office.log(hub, after);
        REQUIRE(Audit(hub).verify().ok());
    }
    office.tamper(tampering);
    auto hub = office.open().value();
    CHECK(Audit(hub).verify().error().code == "audit.broken");
}

TEST_CASE("A change that is undone is not in the log", "[hub store]") {
    Office office;
    auto hub = office.open().value();
    {
        auto transaction = store::sqlite::Transaction::begin(hub.connection()).value();
        REQUIRE(Audit(hub).append(office.by, "listing.changed", "7", "", "lost").ok());
    }
    CHECK(Audit(hub).newest(10).value().empty());
    office.log(hub, "kept");
    CHECK(Audit(hub).verify().ok());
}

TEST_CASE("Hashes are those of FIPS 180-4", "[hub store]") {
    CHECK(store::sha256_hex("abc") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(store::sha256_hex("") ==
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(store::sha256_hex(std::string(1000, 'a')) ==
          "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3");
}
