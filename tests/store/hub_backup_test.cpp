// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/hub_backup.h"

#include <atomic>
#include <thread>

#include "catch.h"
#include "store/hub/hub_check.h"
#include "store/hub_office.h"

using namespace wenlan;
using store::HubDatabase;

namespace {

struct Office {
    test::Folder folder;
    base::PosixDisk disk;
    std::filesystem::path data = folder / "office";
    std::filesystem::path file = folder / "backup.db";
    store::By by{"王老师", test::at("2026-11-22T14:20")};

    Office() {
        test::Town town;
        town.event("ink", "2026-11-22T14:00", "2026-11-22T15:30", 30, 22);
        std::filesystem::create_directory(data);
        auto hub = open();
        store::HubProgramme(hub).put(by, town.programme).value();
    }
    HubDatabase open() { return HubDatabase::open(disk, store::hub_database_path(data)).value(); }
    void retitle(HubDatabase& hub, const std::string& title) {
        store::HubProgramme programme(hub);
        auto entry = programme.listing({1}).value();
        entry.listing.title.zh = title;
        programme.put_listing(by, entry).value();
    }
    std::string title() {
        auto hub = open();
        return store::HubProgramme(hub).listing({1}).value().listing.title.zh;
    }
    base::Result<void> back_up() {
        auto hub = open();
        return store::back_up(hub, disk, file);
    }
    base::Result<std::filesystem::path> restore() {
        return store::restore(disk, data, file, test::at("2026-11-23T09:00"));
    }
};

}  // namespace

TEST_CASE("A backup is one whole file, and restoring it keeps what was there", "[hub backup]") {
    Office office;
    REQUIRE(office.back_up().ok());
    CHECK_FALSE(std::filesystem::exists(office.folder / "backup.db-wal"));
    CHECK_FALSE(std::filesystem::exists(office.folder / "backup.db.part"));
    {
        auto hub = office.open();
        office.retitle(hub, "后来的");
    }
    const auto kept = office.restore().value();
    CHECK(office.title() == "ink的活动");
    auto hub = office.open();
    const auto newest = store::Audit(hub).newest(1).value().front();
    CHECK(newest.kind == "hub.restored");
    CHECK(store::check_hub(hub).value().empty());
    auto before = HubDatabase::open(office.disk, kept).value();
    CHECK(store::HubProgramme(before).listing({1}).value().listing.title.zh == "后来的");
}

TEST_CASE("A backup is taken while somebody writes, and is of one moment", "[hub backup]") {
    Office office;
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        auto hub = office.open();
        for (int i = 0; !stop; ++i) office.retitle(hub, "第" + std::to_string(i) + "稿");
    });
    for (int i = 0; i < 5; ++i) {
        const auto done = office.back_up();
        INFO((done.ok() ? "" : done.error().message + done.error().detail));
        CHECK(done.ok());
        auto copy = HubDatabase::open(office.disk, office.file).value();
        CHECK(store::check_hub(copy).value().empty());
    }
    stop = true;
    writer.join();
}

TEST_CASE("What is no backup, or was tampered with, is not restored and changes nothing",
          "[hub backup]") {
    Office office;
    REQUIRE(office.back_up().ok());
    {
        auto hub = office.open();
        office.retitle(hub, "现在的");
    }
    const auto tamper = [&](const std::string& sql) {
        auto raw = store::sqlite::Database::open_for_editing(office.file).value();
        REQUIRE(raw.run(sql).ok());
    };
    SECTION("an edited line of the log") {
        tamper("UPDATE audit SET who = 'nobody' WHERE number = 1");
    }
    SECTION("a programme that does not fit together") {
        tamper("UPDATE listing SET title_zh = '', title_en = ''");
    }
    SECTION("a backup of a newer program") {
        tamper("INSERT INTO migration (number, name) VALUES (9999, 'later')");
    }
    SECTION("some other file") { test::write_bytes(office.file, "not a database"); }
    SECTION("another database") {
        std::filesystem::remove(office.file);
        tamper("CREATE TABLE mine (id INTEGER)");
    }
    SECTION("half of it") {
        const std::string whole = test::bytes_of(office.file);
        test::write_bytes(office.file, whole.substr(0, whole.size() / 2));
    }
    const auto refused = office.restore();
    REQUIRE_FALSE(refused.ok());
    INFO(refused.error().message);
    CHECK(refused.error().message.size() > 20);
    CHECK(office.title() == "现在的");
    CHECK_FALSE(std::filesystem::exists(office.data / "hub.db.restored"));
}

TEST_CASE("Nothing is restored under the hands of a hub that is at work", "[hub backup]") {
    Office office;
    REQUIRE(office.back_up().ok());
    auto working = office.open();
    CHECK(store::HubProgramme(working).listings().value().size() == 1);
    CHECK(office.restore().error().code == "hub.in-use");
    office.retitle(working, "还在");
    CHECK(office.title() == "还在");
}

TEST_CASE("A backup is restored into an empty folder, and one that is missing is said to be",
          "[hub backup]") {
    Office office;
    REQUIRE(office.back_up().ok());
    office.data = office.folder / "new office";
    CHECK(office.restore().value().empty());
    CHECK(office.title() == "ink的活动");
    office.file = office.folder / "none.db";
    CHECK(office.restore().error().code == "hub.no-backup");
}
