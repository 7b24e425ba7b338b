// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/objects.h"

#include <filesystem>
#include <sys/stat.h>

#include "catch.h"
#include "fuzz/mutation.h"
#include "store/folder.h"
#include "sync/folder_transport.h"
#include "sync/pack_in_child.h"
#include "sync/page_patch.h"
#include "sync/seeded_random.h"

using namespace wenlan;
using namespace wenlan::sync;

namespace {

std::string pages(std::uint64_t seed, int count) {
    test::SeededRandom random(seed);
    std::string text;
    for (int page = 0; page < count; ++page) {
        for (int i = 0; i < 1024; ++i) {
            text += static_cast<char>('a' + random.below(6));
            text += "书法"[random.below(6)];
            text += static_cast<char>(random.below(256));
            text += ' ';
        }
    }
    return text;
}

std::string edited(std::string database, std::uint64_t seed) {
    test::SeededRandom random(seed);
    for (int i = 0; i < 5; ++i) database[random.below(database.size())] = '!';
    return database;
}

std::string code_of(const base::Result<std::string>& result) {
    return result ? "" : result.error().code;
}

}  // namespace

TEST_CASE("What was packed unpacks to the same bytes", "[objects]") {
    const std::string database = pages(1, 20);
    const std::string object = compress(database).value();
    CHECK(object.size() < database.size());
    CHECK(decompress(object, {}, content_of(database)).value() == database);
}

TEST_CASE("A small edit is a small patch", "[objects]") {
    const std::string old = pages(1, 200);
    const std::string database = edited(old, 2);
    const std::string patch = compress_patch(old, database).value();
    CHECK(patch.size() < 1000);
    CHECK(decompress(patch, old, content_of(database)).value() == database);
    CHECK_FALSE(code_of(decompress(patch, edited(old, 3), content_of(database))).empty());
    CHECK_FALSE(code_of(decompress(patch, {}, content_of(database))).empty());
}

TEST_CASE("A patch is as small as what was edited, however large the rest", "[objects]") {
    const std::string old = pages(1, 4000);
    std::string database = old;
    database[9'000'000] ^= 1;
    const std::string patch = compress_patch(old, database).value();
    CHECK(patch.size() < 100);
    CHECK(decompress(patch, old, content_of(database)).value() == database);
}

TEST_CASE("A patch makes a database longer, shorter, or another one altogether", "[objects]") {
    const std::string old = pages(1, 30);
    std::string database = old;
    SECTION("longer") { database += pages(2, 3) + "some more"; }
    SECTION("shorter") { database.resize(50'000); }
    SECTION("shorter than a page") { database.resize(17); }
    SECTION("another one") { database = pages(7, 31); }
    SECTION("the same") {}
    const std::string patch = compress_patch(old, database).value();
    CHECK(decompress(patch, old, content_of(database)).value() == database);
}

TEST_CASE("The pages of a patch are the database's, in order", "[objects]") {
    const PageRuns runs{{0, 1}, {3, 200}, {900, 1}};
    const std::string list = encode(runs);
    CHECK(decode_runs(list, 901 * patch_page_bytes).value() == runs);
    CHECK(decode_runs(list, 900 * patch_page_bytes).error().code == "object.broken");
    CHECK(decode_runs(list, 900 * patch_page_bytes + 1).ok());
    CHECK(decode_runs("", 1).value().empty());
    for (const std::string bad : {"\x01", "\x80", "\x01\x80", "\xFF\xFF\xFF\xFF\xFF\x01\x01"}) {
        CHECK(decode_runs(bad, 1 << 20).error().code == "object.broken");
    }
    CHECK(decode_runs(std::string("\0\0", 2), 1 << 20).error().code == "object.broken");
}

TEST_CASE("What is packed thoroughly, in another process, is no larger and the same", "[objects]") {
    const std::string database = pages(1, 60);
    const std::string object = pack_in_child(database).value();
    CHECK(object.size() <= compress(database).value().size());
    CHECK(decompress(object, {}, content_of(database)).value() == database);
}

TEST_CASE("An object has its length and its hash before anything is made of it", "[objects]") {
    const std::string object = compress(pages(1, 2)).value();
    const Content content = content_of(object);
    CHECK(check_object(object, content).ok());
    CHECK(check_object(object + "x", content).error().code == "object.wrong-length");
    CHECK(check_object("", content).error().code == "object.wrong-length");
    std::string changed = object;
    changed[7] = static_cast<char>(changed[7] ^ 1);
    CHECK(check_object(changed, content).error().code == "object.wrong-hash");
}

TEST_CASE("A bomb takes no more room than was announced", "[objects]") {
    const std::string bomb = compress(std::string(64 << 20, '\0')).value();
    CHECK(bomb.size() < 10'000);
    CHECK(code_of(decompress(bomb, {}, {hash_of("x"), 1000})) == "object.broken");
}

TEST_CASE("What is announced longer than it is, is refused", "[objects]") {
    const std::string database = pages(1, 2);
    Content longer = content_of(database);
    ++longer.bytes;
    CHECK(code_of(decompress(compress(database).value(), {}, longer)) == "object.wrong-database");
    CHECK(code_of(decompress("", {}, content_of(database))) == "object.wrong-database");
    CHECK(code_of(decompress("nonsense", {}, content_of(database))) == "object.broken");
}

TEST_CASE("Of a thousand changed objects of each kind none gives a wrong database", "[objects]") {
    const std::string old = pages(1, 20);
    const std::string database = edited(old, 2);
    const std::string patch = compress_patch(old, database).value();
    const std::string whole = compress(pages(1, 1)).value();
    const Content content = content_of(database);
    const Content small = content_of(pages(1, 1));
    test::SeededRandom random(5);
    for (int kind = 0; kind < static_cast<int>(test::Mutation::count); ++kind) {
        for (int round = 0; round < 1000; ++round) {
            std::string changed = patch;
            test::mutate(changed, static_cast<test::Mutation>(kind), random);
            // Accepted only if nothing was changed, and never decoded wrongly where it is decoded.
            REQUIRE((check_object(changed, content_of(patch)).ok()) == (changed == patch));
            const auto decoded = decompress(changed, old, content);
            REQUIRE((!decoded.ok() || decoded.value() == database));

            changed = whole;
            test::mutate(changed, static_cast<test::Mutation>(kind), random);
            const auto other = decompress(changed, {}, small);
            REQUIRE((!other.ok() || hash_of(other.value()) == small.hash));
        }
    }
}

TEST_CASE("Objects lie in a folder under their names", "[objects][folder]") {
    const test::Folder folder;
    base::PosixDisk disk;
    FolderTransport transport(disk, folder.path());
    REQUIRE(transport.put("snap/one.zst", "0123456789").ok());
    CHECK(test::bytes_of(folder / "snap/one.zst") == "0123456789");
    CHECK(transport.get({.name = "snap/one.zst", .offset = 4, .bytes_max = 3}).value().bytes ==
          "456");
    CHECK(transport.get({.name = "snap/one.zst", .offset = 10, .bytes_max = 3})
              .value()
              .bytes.empty());
    CHECK(transport.get({.name = "none", .bytes_max = 3}).error().code == "net.not-found");
    CHECK(transport.get({.name = "../x", .bytes_max = 3}).error().code == "net.bad-name");
    CHECK(transport.put("../x", "x").error().code == "net.bad-name");
}

TEST_CASE("Links, folders and pipes on a stick are not read", "[objects][folder]") {
    const test::Folder folder;
    base::PosixDisk disk;
    std::filesystem::create_directory(folder / "snap");
    std::filesystem::create_symlink("/etc/passwd", folder / "manifest");
    REQUIRE(::mkfifo((folder / "avail").c_str(), 0600) == 0);
    FolderTransport transport(disk, folder.path());
    for (const char* name : {"manifest", "avail", "snap"}) {
        CAPTURE(name);
        CHECK_FALSE(transport.get({.name = name, .bytes_max = 100}).ok());
    }
}
