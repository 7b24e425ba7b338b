// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "store/folder.h"
#include "store/sqlite/database.h"
#include "store/sqlite/row_writer.h"
#include "store/sqlite/transaction.h"

using namespace wenlan;
using store::sqlite::Database;
using test::Folder;

namespace {

Database with_table(const std::filesystem::path& path) {
    Database database = Database::open_for_editing(path).value();
    database.run("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT, size REAL) STRICT").value();
    return database;
}

std::int64_t count(Database& database) {
    return database.integer("SELECT count(*) FROM note").value();
}

}  // namespace

TEST_CASE("A programme in a folder with any name is opened", "[sqlite]") {
    const Folder folder;
    const std::string name = GENERATE("plain.db", "a b.db", "100%.db", "what?.db", "one#two.db",
                                      "a&b=c.db", "文澜.db", "%41.db", "quote'\".db");
    with_table(folder / name).run("INSERT INTO note (text) VALUES ('here')").value();
    auto opened = Database::open_immutable(folder / name);
    REQUIRE(opened.ok());
    Database database = std::move(opened).value();
    CHECK(count(database) == 1);
}

TEST_CASE("A published programme cannot be written, and nothing appears beside it", "[sqlite]") {
    const Folder folder;
    with_table(folder / "1.db");
    Database database = Database::open_immutable(folder / "1.db").value();
    const auto written = database.run("INSERT INTO note (text) VALUES ('no')");
    REQUIRE_FALSE(written.ok());
    CHECK(written.error().code == "store.read-only");
    CHECK(count(database) == 0);
    const auto begin = std::filesystem::directory_iterator(folder.path());
    CHECK(std::distance(begin, std::filesystem::directory_iterator{}) == 1);
}

TEST_CASE("A file that is missing is not made by reading it", "[sqlite]") {
    const Folder folder;
    const auto opened = Database::open_immutable(folder / "none.db");
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == "store.cannot-open");
    CHECK_FALSE(std::filesystem::exists(folder / "none.db"));
}

TEST_CASE("A file that is not a database says that it is damaged", "[sqlite]") {
    const Folder folder;
    test::write_bytes(folder / "1.db", std::string(4096, 'x'));
    const auto opened = Database::open_immutable(folder / "1.db");
    const bool failed_at_once = !opened.ok();
    if (failed_at_once) {
        CHECK(opened.error().code == "store.corrupt");
        return;
    }
    Database database = Database::open_immutable(folder / "1.db").value();
    CHECK(database.integer("SELECT count(*) FROM sqlite_schema").error().code == "store.corrupt");
}

TEST_CASE("Any text comes back as it was bound", "[sqlite]") {
    const Folder folder;
    Database database = with_table(folder / "1.db");
    const std::string text =
        GENERATE(as<std::string>{}, "", "'; DROP TABLE note; --", "𠮷田さん\n第二行", "\"?1\"",
                 std::string("before\0after", 12));
    auto insert = database.prepare("INSERT INTO note (text) VALUES (?)").value();
    insert.bind(1, text);
    insert.run().value();
    auto select = database.prepare("SELECT text FROM note").value();
    REQUIRE(select.step().value());
    CHECK(select.text(0) == text);
}

TEST_CASE("Text that is not UTF-8 comes back mended", "[sqlite]") {
    const Folder folder;
    Database database = with_table(folder / "1.db");
    database.run("INSERT INTO note (text) VALUES (CAST(x'E69687FF' AS TEXT))").value();
    auto select = database.prepare("SELECT text FROM note").value();
    REQUIRE(select.step().value());
    CHECK(select.text(0) == "文\xEF\xBF\xBD");
}

TEST_CASE("A value bound to no parameter is reported by the next step", "[sqlite]") {
    Database database = Database::in_memory().value();
    auto statement = database.prepare("SELECT ?").value();
    statement.bind(2, 5);
    CHECK_FALSE(statement.step().ok());
    statement.reset();
    statement.bind(1, 5);
    REQUIRE(statement.step().value());
    CHECK(statement.integer(0) == 5);
}

TEST_CASE("What is not committed is undone", "[sqlite]") {
    const Folder folder;
    Database database = with_table(folder / "1.db");
    {
        auto transaction = store::sqlite::Transaction::begin(database).value();
        database.run("INSERT INTO note (text) VALUES ('gone')").value();
    }
    CHECK(count(database) == 0);
    {
        auto transaction = store::sqlite::Transaction::begin(database).value();
        database.run("INSERT INTO note (text) VALUES ('kept')").value();
        transaction.commit().value();
    }
    CHECK(count(database) == 1);
}

TEST_CASE("A connection takes no schema tricks and attaches nothing", "[sqlite]") {
    const Folder folder;
    Database database = with_table(folder / "1.db");
    CHECK_FALSE(database.run("ATTACH DATABASE ':memory:' AS other").ok());
    static_cast<void>(database.run("PRAGMA writable_schema = ON"));
    CHECK_FALSE(database.run("UPDATE sqlite_schema SET sql = 'x'").ok());
    CHECK_FALSE(database.run("SELECT \"not a column\" FROM note").ok());
    CHECK_FALSE(database.run("SELECT load_extension('x')").ok());
}

TEST_CASE("A statement kept for later is given back without its old values", "[sqlite]") {
    Database database = Database::in_memory().value();
    auto* const first = database.cached("SELECT ?").value();
    {
        const store::sqlite::Rows rows(first);
        first->bind(1, 7);
        REQUIRE(first->step().value());
    }
    auto* const second = database.cached("SELECT ?").value();
    CHECK(first == second);
    const store::sqlite::Rows rows(second);
    REQUIRE(second->step().value());
    CHECK(second->is_null(0));
}

TEST_CASE("Writing a row says whether it was new, other or the same", "[sqlite]") {
    using store::sqlite::Column;
    using store::sqlite::Written;
    const Folder folder;
    Database database = with_table(folder / "1.db");
    const auto write = [&database](std::string_view text, store::sqlite::Value size) {
        const Column key{"text", text};
        const Column column{"size", size};
        return store::sqlite::write_row(database, "note", {&key, 1}, {&column, 1}).value();
    };
    const auto first = write("a", 1.5);
    CHECK(first.how == Written::added);
    CHECK(write("b", 1.5).how == Written::added);
    CHECK(write("a", 1.5).how == Written::unchanged);
    const auto changed = write("a", 2.5);
    CHECK(changed.how == Written::changed);
    CHECK(changed.id == first.id);
    CHECK(write("a", std::monostate{}).how == Written::changed);
    CHECK(write("a", std::monostate{}).how == Written::unchanged);
    CHECK(count(database) == 2);
}

TEST_CASE("A copy has the pages of the original and needs no journal", "[sqlite]") {
    const Folder folder;
    Database database = with_table(folder / "1.db");
    for (int i = 0; i < 500; ++i) {
        database.run("INSERT INTO note (text) VALUES (hex(randomblob(40)))").value();
    }
    database.copy_to(folder / "2.db").value();
    const std::string original = test::bytes_of(folder / "1.db");
    const std::string copy = test::bytes_of(folder / "2.db");
    REQUIRE(original.size() == copy.size());
    // All but the change counters of the first page.
    CHECK(original.substr(100) == copy.substr(100));
    Database opened = Database::open_immutable(folder / "2.db").value();
    CHECK(count(opened) == 500);
}
