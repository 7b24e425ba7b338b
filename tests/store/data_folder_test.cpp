// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/data_folder.h"

#include "base/ports.h"
#include "catch.h"
#include "store/folder.h"

using namespace wenlan;
using test::Folder;

TEST_CASE("The pointer names a version or the factory's programme", "[data-folder]") {
    const Folder root;
    base::PosixDisk disk;
    const store::DataFolder folder{root.path()};
    std::filesystem::create_directories(folder.snapshots());
    test::write_bytes(folder.current(), "12.db\n");
    CHECK(store::read_current(disk, folder).value() == "12");
    test::write_bytes(folder.current(), "factory.db\n");
    CHECK(store::read_current(disk, folder).value() == "factory");
}

TEST_CASE("The pointer cannot lead out of its folder", "[data-folder]") {
    const Folder root;
    base::PosixDisk disk;
    const store::DataFolder folder{root.path()};
    std::filesystem::create_directories(folder.snapshots());
    const std::string text = GENERATE(
        as<std::string>{}, "", "\n", "12", "12.db", "12\n", " 12.db\n", "12.db\n\n", "12.db\r\n",
        "../12.db\n", "../../etc/passwd", "/tmp/12.db\n", "sub/12.db\n", "0.db\n", "012.db\n",
        "-1.db\n", "+1.db\n", "1e3.db\n", "9999999999999999999999.db\n", ".db\n", "..db\n",
        "Factory.db\n", "factory.avail\n", "1.db\n2.db\n", std::string("1\0.db\n", 6),
        std::string(5000, '1') + ".db\n");
    CAPTURE(text);
    test::write_bytes(folder.current(), text);
    CHECK_FALSE(store::read_current(disk, folder).ok());
}

TEST_CASE("A missing pointer is an error, not an empty name", "[data-folder]") {
    const Folder root;
    base::PosixDisk disk;
    CHECK_FALSE(store::read_current(disk, {root.path()}).ok());
}

TEST_CASE("The versions in the folder are listed from the newest", "[data-folder]") {
    const Folder root;
    base::PosixDisk disk;
    const store::DataFolder folder{root.path()};
    CHECK(store::versions_present(disk, folder).empty());
    std::filesystem::create_directories(folder.snapshots());
    for (const auto* name : {"9.db", "10.db", "1.db", "factory.db", "3.avail", "4.db.part", "x.db",
                             "05.db", "current"}) {
        test::write_bytes(folder.snapshots() / name, "x");
    }
    CHECK(store::versions_present(disk, folder) == std::vector<std::int64_t>{10, 9, 1});
}
