// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "base/ports.h"
#include "catch.h"

using namespace wenlan::base;
namespace fs = std::filesystem;

namespace {

// A folder of its own that goes with the test.
class Folder {
public:
    Folder() {
        std::string name = std::string{WENLAN_BINARY_DIR} + "/disk-test-XXXXXX";
        path_ = mkdtemp(name.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    fs::path operator/(const char* name) const { return path_ / name; }
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

}  // namespace

TEST_CASE("What was written is what is read", "[disk]") {
    const Folder folder;
    PosixDisk disk;
    const std::string bytes("文澜\0\r\n", 9);
    REQUIRE(disk.replace(folder / "a", bytes).ok());
    CHECK(disk.read(folder / "a", 100).value() == bytes);
    REQUIRE(disk.replace(folder / "a", "").ok());
    CHECK(disk.read(folder / "a", 100).value().empty());
    CHECK(disk.list(folder.path()).value() == std::vector<std::string>{"a"});
}

TEST_CASE("A replaced file can be read by other programs and readers of the old keep it",
          "[disk]") {
    const Folder folder;
    PosixDisk disk;
    REQUIRE(disk.replace(folder / "a", "old").ok());
    std::ifstream reader{folder / "a"};
    REQUIRE(disk.replace(folder / "a", "new").ok());
    std::string seen;
    reader >> seen;
    CHECK(seen == "old");
    struct stat status {};
    REQUIRE(::stat((folder / "a").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0644);
}

TEST_CASE("A file is read up to its cap and not beyond", "[disk]") {
    const Folder folder;
    PosixDisk disk;
    REQUIRE(disk.replace(folder / "a", std::string(200'000, 'x')).ok());
    CHECK(disk.read(folder / "a", 200'000).value().size() == 200'000);
    CHECK(disk.read(folder / "a", 199'999).error().code == "disk.too-large");
    CHECK(disk.read(folder / "a", 0).error().code == "disk.too-large");
    CHECK(disk.read("/dev/zero", 100).error().code == "disk.not-a-file");
}

TEST_CASE("What is missing or no file is told apart", "[disk]") {
    const Folder folder;
    PosixDisk disk;
    CHECK(disk.read(folder / "none", 10).error().code == "disk.not-found");
    CHECK(disk.read(folder.path(), 10).error().code == "disk.not-a-file");
    CHECK(disk.replace(folder / "none/a", "x").error().code == "disk.not-found");
    CHECK(disk.remove(folder / "none").error().code == "disk.not-found");
    CHECK(disk.rename(folder / "none", folder / "b").error().code == "disk.not-found");
    CHECK(disk.list(folder / "none").error().code == "disk.not-found");
    CHECK_FALSE(disk.exists(folder / "none"));
}

TEST_CASE("A pipe in place of a file does not hang the program", "[disk]") {
    const Folder folder;
    PosixDisk disk;
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    CHECK(disk.read(folder / "pipe", 10).error().code == "disk.not-a-file");
}

TEST_CASE("A replace that fails leaves the old file and nothing beside it", "[disk]") {
    const Folder folder;
    PosixDisk disk;
    REQUIRE(disk.make_folder(folder / "a/b").ok());
    REQUIRE(disk.make_folder(folder / "a/b").ok());
    CHECK_FALSE(disk.replace(folder / "a", "a file cannot take a folder's place").ok());
    CHECK(disk.list(folder.path()).value() == std::vector<std::string>{"a"});
    CHECK(disk.exists(folder / "a/b"));
}

TEST_CASE("Files are renamed, removed and synced", "[disk]") {
    const Folder folder;
    PosixDisk disk;
    REQUIRE(disk.replace(folder / "b", "2").ok());
    REQUIRE(disk.replace(folder / "a", "1").ok());
    CHECK(disk.list(folder.path()).value() == std::vector<std::string>{"a", "b"});
    REQUIRE(disk.rename(folder / "a", folder / "b").ok());
    CHECK(disk.read(folder / "b", 10).value() == "1");
    CHECK(disk.sync(folder / "b").ok());
    CHECK(disk.sync(folder.path()).ok());
    REQUIRE(disk.remove(folder / "b").ok());
    CHECK_FALSE(disk.exists(folder / "b"));
}

TEST_CASE("Random bytes differ from call to call", "[random]") {
    SystemRandom random;
    CHECK(random.next_u64() != random.next_u64());
    std::vector<std::uint8_t> none;
    random.fill(none);
}

TEST_CASE("A virtual clock moves only when told", "[clock]") {
    VirtualClock clock{Instant{Duration{1000}}};
    CHECK(clock.uptime() == Duration{0});
    clock.advance(Duration{250});
    CHECK(clock.now() == Instant{Duration{1250}});
    CHECK(clock.uptime() == Duration{250});
}

TEST_CASE("The system clock tells this century and its uptime never goes back", "[clock]") {
    const SystemClock clock;
    CHECK(clock.now() > parse_iso8601("2020-01-01", Zone::shanghai()).value());
    const Duration before = clock.uptime();
    CHECK(clock.uptime() >= before);
}

TEST_CASE("The log keeps each message on one line with its code and detail", "[log]") {
    const Folder folder;
    log::open_file(folder / "wenlan.log");
    log::set_level(log::Level::warning);
    log::info("this is below the level");
    log::warning("two\nlines {} %s");
    log::error("import", Error{"import.no-start", "It has no start.", "line 7"});
    std::ifstream file{folder / "wenlan.log"};
    std::stringstream text;
    text << file.rdbuf();
    CHECK(text.str().find("below the level") == std::string::npos);
    CHECK(text.str().find("warning two lines {} %s\n") != std::string::npos);
    CHECK(text.str().find("error import: import.no-start It has no start. (line 7)\n") !=
          std::string::npos);
    log::open_file("/proc/no/such/wenlan.log");
    log::set_level(log::Level::info);
}

TEST_CASE("A part of a file is read, and how long it is", "[disk]") {
    const Folder folder;
    PosixDisk disk;
    REQUIRE(disk.replace(folder / "a", "0123456789").ok());
    CHECK(disk.read_part(folder / "a", 3, 4).value().bytes == "3456");
    CHECK(disk.read_part(folder / "a", 8, 4).value().bytes == "89");
    CHECK(disk.read_part(folder / "a", 10, 4).value().bytes.empty());
    CHECK(disk.read_part(folder / "a", ~std::uint64_t{0}, 4).value().bytes.empty());
    CHECK(disk.read_part(folder / "a", 0, 4).value().file_bytes == 10);
    fs::create_symlink(folder / "a", folder / "link");
    CHECK_FALSE(disk.read_part(folder / "link", 0, 4).ok());
    CHECK(disk.read_part(folder.path(), 0, 4).error().code == "disk.not-a-file");
}

TEST_CASE("What is appended follows what was there", "[disk]") {
    const Folder folder;
    PosixDisk disk;
    REQUIRE(disk.append(folder / "a", "one").ok());
    REQUIRE(disk.append(folder / "a", " two").ok());
    CHECK(disk.read(folder / "a", 100).value() == "one two");
    fs::create_symlink(folder / "a", folder / "link");
    CHECK_FALSE(disk.append(folder / "link", "three").ok());
}

TEST_CASE("A key's file is readable by its owner only", "[disk]") {
    const Folder folder;
    PosixDisk disk;
    REQUIRE(disk.replace(folder / "key", "open").ok());
    REQUIRE(disk.replace_private(folder / "key", "secret").ok());
    struct stat status {};
    REQUIRE(::stat((folder / "key").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    CHECK(disk.read(folder / "key", 100).value() == "secret");
}
