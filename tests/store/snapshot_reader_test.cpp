// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/snapshot_reader.h"

#include <chrono>
#include <fcntl.h>
#include <sqlite3.h>
#include <string>
#include <unistd.h>

#include "catch.h"
#include "store/checksum.h"
#include "store/folder.h"
#include "store/publish.h"
#include "store/town.h"

using namespace wenlan;
using store::SnapshotSource;
using test::Folder;
using test::Town;

namespace {

const base::Instant now = test::at("2026-11-22T14:20");
using std::chrono::minutes;
using std::chrono::seconds;

// Looks for the best programme and reads it to its end, as the kiosk does while it shows it.
bool settle(store::SnapshotReader& reader, base::Duration uptime) {
    while (true) {
        if (!reader.poll(uptime)) return false;
        if (reader.inspect([] { return true; })) return true;
    }
}

// Versions 1 and 2 and the factory's programme, each with one listing more than the one before.
struct Kiosk {
    Folder root;
    base::PosixDisk disk;
    store::DataFolder folder{root.path()};
    std::unique_ptr<store::Publication> publication =
        store::Publication::open(disk, folder).value();
    Town town;
    store::SnapshotReader reader{disk, folder};
    base::Duration uptime{0};

    Kiosk() {
        edit();
        store::publish_factory(*publication, disk, folder, now).value();
        publish();
        publish();
    }
    void edit() {
        town.event("event-" + std::to_string(town.programme.listings.size()), "2026-11-22T14:00",
                   "2026-11-22T15:30", 30, 22);
        publication->put(town.programme).value();
    }
    void publish() {
        edit();
        store::publish(*publication, disk, folder, now).value();
    }
    base::Result<bool> poll(base::Duration later = minutes{2}) {
        uptime += later;
        return reader.poll(uptime);
    }
    std::string shown() {
        uptime += minutes{2};
        REQUIRE(settle(reader, uptime));
        return reader.snapshot()->name();
    }
    // Spoils the file and its checksum alike, so that only what is in it can tell.
    void change(const std::string& name, const std::string& bytes, bool sum_too) {
        test::write_bytes(folder.snapshot(name), bytes);
        if (sum_too) test::write_bytes(folder.checksum(name), store::checksum_line(bytes));
    }
    void run_sql(const std::string& name, const char* sql) {
        sqlite3* raw = nullptr;
        REQUIRE(sqlite3_open(folder.snapshot(name).c_str(), &raw) == SQLITE_OK);
        REQUIRE(sqlite3_exec(raw, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(raw);
        change(name, test::bytes_of(folder.snapshot(name)), true);
    }
};

}  // namespace

TEST_CASE("The screen shows what the pointer names", "[reader]") {
    Kiosk kiosk;
    CHECK(kiosk.poll().value());
    CHECK(kiosk.reader.snapshot()->name() == "2");
    CHECK(kiosk.reader.source() == SnapshotSource::current);
    CHECK_FALSE(kiosk.poll().value());
}

TEST_CASE("A new version is taken at the next look, and the old one stays readable", "[reader]") {
    Kiosk kiosk;
    kiosk.poll().value();
    const auto old = kiosk.reader.snapshot();
    kiosk.publish();
    CHECK(kiosk.poll(seconds{1}).value());
    CHECK(kiosk.reader.snapshot()->name() == "3");
    CHECK(old->listings({.now = now,
                         .kind = domain::Kind::event,
                         .section = domain::Section::clubs,
                         .count_max = 100})
              .value()
              .size() == 3);
}

TEST_CASE("A snapshot cut off anywhere gives way to the one before", "[reader]") {
    Kiosk kiosk;
    const std::string whole = test::bytes_of(kiosk.folder.snapshot("2"));
    const bool sum_too = GENERATE(false, true);
    for (std::size_t part = 0; part < 40; ++part) {
        const std::size_t length = whole.size() * part / 40 + (part % 3 == 1 ? 1 : 0);
        CAPTURE(length, sum_too);
        kiosk.change("2", whole.substr(0, length), sum_too);
        store::SnapshotReader reader(kiosk.disk, kiosk.folder);
        REQUIRE(reader.poll(minutes{1}).value());
        REQUIRE(reader.snapshot()->name() == "1");
        REQUIRE(reader.source() == SnapshotSource::previous);
    }
}

TEST_CASE("A snapshot with one wrong byte anywhere gives way to the one before", "[reader]") {
    Kiosk kiosk;
    const std::string whole = test::bytes_of(kiosk.folder.snapshot("2"));
    for (std::size_t at = 0; at < whole.size(); at += whole.size() / 97) {
        CAPTURE(at);
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x41);
        kiosk.change("2", damaged, false);
        store::SnapshotReader reader(kiosk.disk, kiosk.folder);
        REQUIRE(settle(reader, minutes{1}));
        REQUIRE(reader.source() == SnapshotSource::previous);
    }
}

TEST_CASE("Damage under a fitting checksum never stops the screen", "[reader]") {
    Kiosk kiosk;
    const std::string whole = test::bytes_of(kiosk.folder.snapshot("2"));
    for (std::size_t at = 0; at < whole.size(); at += whole.size() / 151) {
        CAPTURE(at);
        std::string damaged = whole;
        for (std::size_t i = at; i < std::min(at + 16, whole.size()); ++i) {
            damaged[i] = static_cast<char>(damaged[i] ^ 0xA5);
        }
        kiosk.change("2", damaged, true);
        store::SnapshotReader reader(kiosk.disk, kiosk.folder);
        REQUIRE(settle(reader, minutes{1}));
        // Whatever passed the checks is read to its end, well or with an error.
        const store::OccasionQuery all{
            .now = now, .from = test::at("2020-01-01T00:00"), .to = test::at("2040-01-01T00:00")};
        static_cast<void>(reader.snapshot()->each_occasion(all, [](const auto&) { return true; }));
        static_cast<void>(reader.snapshot()->calls_put_forward(now, 10));
    }
}

TEST_CASE("A file that is not ours, too new, wrong or empty gives way to the one before",
          "[reader]") {
    Kiosk kiosk;
    SECTION("not ours") { kiosk.run_sql("2", "PRAGMA application_id = 7"); }
    SECTION("too new") { kiosk.run_sql("2", "PRAGMA user_version = 99"); }
    SECTION("without a schema version") { kiosk.run_sql("2", "PRAGMA user_version = 0"); }
    SECTION("a table more") { kiosk.run_sql("2", "CREATE TABLE more (id INTEGER)"); }
    SECTION("a trigger") {
        kiosk.run_sql("2", "CREATE TRIGGER t AFTER INSERT ON tag BEGIN SELECT 1; END");
    }
    SECTION("no listings") {
        kiosk.run_sql("2",
                      "DELETE FROM listing_tag; DELETE FROM occasion; "
                      "DELETE FROM listing");
    }
    SECTION("no centre") { kiosk.run_sql("2", "DELETE FROM centre"); }
    SECTION("a centre without a name") {
        kiosk.run_sql("2", "UPDATE centre SET name_zh = '', name_en = ''");
    }
    SECTION("no edition") { kiosk.run_sql("2", "DELETE FROM meta"); }
    SECTION("an unknown zone") { kiosk.run_sql("2", "UPDATE centre SET zone = 'Asia/Chumen'"); }
    SECTION("an occasion of nothing") { kiosk.run_sql("2", "DELETE FROM listing WHERE id = 1"); }
    SECTION("a value that the schema forbids") {
        const std::string update = GENERATE(
            as<std::string>{}, "listing SET kind = 'dragon'", "listing SET section = ''",
            "listing SET joining = 'x'", "listing SET feature = 'x'", "listing SET focus_x = 9",
            "listing SET deadline_ms = -1", "tag SET section = 'x'", "occasion SET state = 'x'",
            "occasion SET end_ms = start_ms", "occasion SET capacity = -1",
            "occasion SET start_ms = 9223372036854775807 - id",
            "occasion SET walk_in_places = 3000000000", "opening_hours SET closes_minute = 3000",
            "meta SET issued_ms = -1");
        CAPTURE(update);
        kiosk.run_sql("2", ("PRAGMA ignore_check_constraints = ON; UPDATE " + update).c_str());
        CHECK(kiosk.shown() == "1");
    }
    SECTION("an empty file") { kiosk.change("2", "", true); }
    SECTION("text") { kiosk.change("2", std::string(50'000, 'x'), true); }
    SECTION("a folder in its place") {
        std::filesystem::remove(kiosk.folder.snapshot("2"));
        std::filesystem::create_directory(kiosk.folder.snapshot("2"));
    }
    SECTION("missing") { std::filesystem::remove(kiosk.folder.snapshot("2")); }
    CHECK(kiosk.shown() == "1");
    CHECK(kiosk.reader.source() == SnapshotSource::previous);
}

TEST_CASE("Without a readable pointer the newest whole version is shown", "[reader]") {
    Kiosk kiosk;
    SECTION("missing") { std::filesystem::remove(kiosk.folder.current()); }
    SECTION("empty") { test::write_bytes(kiosk.folder.current(), ""); }
    SECTION("half") { test::write_bytes(kiosk.folder.current(), "2.d"); }
    SECTION("leading out of the folder") {
        test::write_bytes(kiosk.folder.current(), "../snapshot/1.db\n");
    }
    SECTION("noise") { test::write_bytes(kiosk.folder.current(), std::string(3000, '\xFF')); }
    CHECK(kiosk.shown() == "2");
    CHECK(kiosk.reader.source() == SnapshotSource::previous);
}

TEST_CASE("A version that was never switched to is not shown in place of a damaged one",
          "[reader]") {
    Kiosk kiosk;
    kiosk.publish();
    test::write_bytes(kiosk.folder.current(), "2.db\n");
    kiosk.change("2", "damaged", false);
    kiosk.poll().value();
    CHECK(kiosk.reader.snapshot()->name() == "factory");
}

TEST_CASE("With no whole version left the factory's programme is shown", "[reader]") {
    Kiosk kiosk;
    kiosk.change("1", "damaged", false);
    kiosk.change("2", "damaged", false);
    CHECK(kiosk.shown() == "factory");
    CHECK(kiosk.reader.source() == SnapshotSource::factory);
}

TEST_CASE("With nothing whole at all there is an error, until something is mended", "[reader]") {
    Kiosk kiosk;
    const std::string factory = test::bytes_of(kiosk.folder.snapshot("factory"));
    for (const auto* name : {"1", "2", "factory"}) kiosk.change(name, "damaged", false);
    const auto polled = kiosk.poll();
    REQUIRE_FALSE(polled.ok());
    CHECK(polled.error().code == "snapshot.none");
    CHECK(kiosk.reader.snapshot() == nullptr);
    kiosk.change("factory", factory, true);
    CHECK_FALSE(kiosk.poll(seconds{1}).value());
    kiosk.reader.look_again();
    CHECK(kiosk.poll(seconds{1}).value());
    CHECK(kiosk.reader.source() == SnapshotSource::factory);
}

TEST_CASE("Which programme is shown instead, and why, is told once", "[reader]") {
    Kiosk kiosk;
    kiosk.change("2", "damaged", false);
    const std::filesystem::path told = kiosk.root / "told";
    const int real = dup(STDERR_FILENO);
    const int file = open(told.c_str(), O_CREAT | O_WRONLY, 0600);
    dup2(file, STDERR_FILENO);
    for (int i = 0; i < 10; ++i) kiosk.poll().value();
    dup2(real, STDERR_FILENO);
    close(real);
    close(file);
    const std::string log = test::bytes_of(told);
    const auto count = [&log](const std::string& words) {
        int found = 0;
        for (auto at = log.find(words); at != std::string::npos; at = log.find(words, at + 1)) {
            ++found;
        }
        return found;
    };
    CHECK(count("the programme before, 1") == 1);
    CHECK(count("the programme 2 cannot be shown") == 1);
    CHECK(count("snapshot.damaged") == 1);
}

TEST_CASE("A damaged new version leaves the one on the screen where it is", "[reader]") {
    Kiosk kiosk;
    kiosk.poll().value();
    const auto before = kiosk.reader.snapshot();
    kiosk.publish();
    kiosk.change("3", "damaged", false);
    CHECK(kiosk.poll(seconds{1}).value());
    CHECK(kiosk.reader.snapshot() == before);
    CHECK(kiosk.reader.source() == SnapshotSource::previous);
    // And the next good one is taken.
    kiosk.publish();
    CHECK(kiosk.poll(seconds{1}).value());
    CHECK(kiosk.reader.snapshot()->name() == "4");
    CHECK(kiosk.reader.source() == SnapshotSource::current);
}

TEST_CASE("What is on the screen stays there though all its files have gone", "[reader]") {
    Kiosk kiosk;
    kiosk.poll().value();
    const auto before = kiosk.reader.snapshot();
    for (const auto* name : {"1", "2"}) std::filesystem::remove(kiosk.folder.snapshot(name));
    std::filesystem::remove(kiosk.folder.current());
    CHECK(kiosk.poll().value());
    CHECK(kiosk.reader.snapshot() == before);
    CHECK(kiosk.reader.source() == SnapshotSource::previous);
}

TEST_CASE("A version that arrives after its pointer is taken within a minute", "[reader]") {
    Kiosk kiosk;
    const std::string late = test::bytes_of(kiosk.folder.snapshot("2"));
    std::filesystem::remove(kiosk.folder.snapshot("2"));
    CHECK(kiosk.shown() == "1");
    kiosk.change("2", late, true);
    CHECK_FALSE(kiosk.poll(seconds{1}).value());
    CHECK(kiosk.poll(minutes{1}).value());
    CHECK(kiosk.reader.snapshot()->name() == "2");
    CHECK(kiosk.reader.source() == SnapshotSource::current);
}

TEST_CASE("A snapshot found damaged while it is read is not opened again", "[reader]") {
    Kiosk kiosk;
    kiosk.poll().value();
    kiosk.reader.discard();
    CHECK(kiosk.poll(seconds{1}).value());
    CHECK(kiosk.reader.snapshot()->name() == "1");
    CHECK(kiosk.reader.source() == SnapshotSource::previous);
}

TEST_CASE("Without the file of seats no number is known, and the programme is shown", "[reader]") {
    Kiosk kiosk;
    SECTION("missing") { std::filesystem::remove(kiosk.folder.seats("2")); }
    SECTION("damaged") { test::write_bytes(kiosk.folder.seats("2"), "{"); }
    CHECK(kiosk.shown() == "2");
    CHECK(kiosk.reader.source() == SnapshotSource::current);
    CHECK(kiosk.reader.snapshot()->seats().empty());
}

TEST_CASE("A snapshot without a checksum is judged by what is in it", "[reader]") {
    Kiosk kiosk;
    std::filesystem::remove(kiosk.folder.checksum("2"));
    CHECK(kiosk.shown() == "2");
}
