// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>

#include "catch.h"
#include "fuzz/mutation.h"
#include "sync/following_kiosk.h"

// The attacks that The Update Framework names, each under its name. What FollowingKiosk::check()
// demands holds after every step of all of them: what is shown is whole, signed, and no older.

using namespace wenlan;
using namespace std::chrono_literals;
using test::FollowingKiosk;
using test::PublishingTown;

namespace {

// A screen that shows the first programme, and an office that has published a second.
struct Lobby {
    PublishingTown town;
    FollowingKiosk kiosk{town};

    Lobby() {
        town.publish();
        kiosk.ask();
        REQUIRE(kiosk.shown() == town.databases[0]);
        town.publish();
    }
    bool shows_first() const { return kiosk.shown() == town.databases[0]; }
    bool shows_second() const { return kiosk.shown() == town.databases[1]; }
    std::string second_patch() const {
        const auto& manifest = town.manifests[1].manifest;
        return sync::patch_name(manifest, manifest.patches[0]);
    }
};

}  // namespace

TEST_CASE("Attack: an arbitrary object in the place of the centre's is not shown", "[attack]") {
    Lobby lobby;
    for (auto& [name, bytes] : lobby.town.site.objects) {
        if (name.ends_with(".zst")) bytes.assign(bytes.size(), 'x');
    }
    CHECK_FALSE(lobby.kiosk.ask());
    CHECK(lobby.kiosk.error().starts_with("object.wrong"));
    CHECK(lobby.shows_first());
}

TEST_CASE("Attack: endless data of any object ends, and costs no more than was announced",
          "[attack]") {
    Lobby lobby;
    const std::string endless = GENERATE("manifest", "avail", "patch/", "snap/", "root/");
    CAPTURE(endless);
    if (endless == "root/") lobby.town.site.objects["root/2"] = "x";
    if (endless == "snap/") lobby.town.site.objects.erase(lobby.second_patch());
    lobby.town.site.tamper = [&](const net::Fetch& fetch, std::string& bytes) {
        if (fetch.name.starts_with(endless)) bytes.assign(fetch.bytes_max, 'x');
    };
    lobby.town.site.bytes_sent = 0;
    lobby.kiosk.ask();
    CHECK(lobby.town.site.bytes_sent < (2U << 20));
    CHECK((lobby.shows_first() || lobby.shows_second()));
    // Instead of a patch the whole is fetched, and all is well.
    CHECK((lobby.kiosk.error() + lobby.kiosk.alarm()).empty() == (endless == "patch/"));
}

TEST_CASE("Attack: a rollback to a programme from before is refused", "[attack]") {
    Lobby lobby;
    const auto old = lobby.town.manifests[0].file;
    lobby.kiosk.ask();
    REQUIRE(lobby.shows_second());
    lobby.town.site.objects["manifest"] = old;
    if (GENERATE(false, true)) lobby.kiosk.start();
    CHECK_FALSE(lobby.kiosk.ask());
    CHECK(lobby.kiosk.error() == "follow.older");
    CHECK(lobby.shows_second());
}

TEST_CASE("Attack: a fast-forward to the highest number is outdone by a new epoch", "[attack]") {
    Lobby lobby;
    lobby.town.next_version = sync::Edition::version_max;
    lobby.town.publish();
    CHECK(lobby.kiosk.ask());
    lobby.town.next_version = 3;
    lobby.town.publish();
    CHECK_FALSE(lobby.kiosk.ask());
    CHECK(lobby.kiosk.error() == "follow.older");
    lobby.town.rotate(true);
    lobby.town.publish();
    CHECK(lobby.kiosk.ask());
    CHECK(lobby.kiosk.shown() == lobby.town.databases.back());
}

TEST_CASE("Attack: an indefinite freeze is seen, and said", "[attack]") {
    Lobby lobby;
    lobby.town.site.objects["manifest"] = lobby.town.manifests[0].file;
    for (int day = 0; day < 8; ++day) {
        lobby.kiosk.ask();
        lobby.kiosk.clock.advance(24h);
    }
    CHECK(freshness(lobby.kiosk.follower->status(), lobby.kiosk.clock.now()) ==
          sync::Freshness::expired);
    CHECK(lobby.shows_first());
}

TEST_CASE("Attack: parts of two programmes are not mixed", "[attack]") {
    Lobby lobby;
    auto& objects = lobby.town.site.objects;
    SECTION("the first's database under the second's name") {
        objects[sync::snap_name(lobby.town.manifests[1].manifest)] =
            objects[sync::snap_name(lobby.town.manifests[0].manifest)];
        objects.erase(lobby.second_patch());
    }
    SECTION("a patch to another programme") {
        const auto second = lobby.second_patch();
        lobby.town.publish();
        const auto& third = lobby.town.manifests[2].manifest;
        for (const auto& patch : third.patches) {
            objects[sync::patch_name(third, patch)] = objects[second];
        }
        objects.erase(sync::snap_name(third));
    }
    CHECK_FALSE(lobby.kiosk.ask());
    CHECK(lobby.shows_first());
    lobby.town.publish();
    CHECK(lobby.kiosk.ask());
}

TEST_CASE("Attack: seats of another programme are not taken for this one's", "[attack]") {
    Lobby lobby;
    const std::string first = lobby.town.site.objects["avail"];
    lobby.kiosk.ask();
    const auto seats = [&] {
        return lobby.kiosk.disk.look(lobby.kiosk.folder.seats(lobby.kiosk.current()));
    };
    const auto before = seats();
    lobby.town.publish();
    lobby.town.site.objects["manifest"] = lobby.town.manifests[1].file;
    lobby.kiosk.ask();
    CHECK(seats() == before);
    lobby.town.site.objects["avail"] = first;
    lobby.kiosk.ask();
    CHECK(seats() == before);
}

TEST_CASE("Attack: the wrong centre, with its keys in order, is not followed", "[attack]") {
    Lobby lobby;
    PublishingTown other(2);
    other.publish();
    other.publish();
    SECTION("its manifest and objects") { other.site.objects.erase("root/1"); }
    SECTION("with its root as the next") {
        other.rotate(false);
        other.publish();
    }
    for (const auto& [name, bytes] : other.site.objects) lobby.town.site.objects[name] = bytes;
    CHECK_FALSE(lobby.kiosk.ask());
    CHECK(lobby.kiosk.error() == "manifest.unknown-key");
    CHECK(lobby.shows_first());
}

TEST_CASE("Attack: slow retrieval is given up, gone on with, and keeps nothing on the screen back",
          "[attack]") {
    Lobby lobby;
    lobby.town.site.objects.erase(lobby.second_patch());
    // A few bytes in each answer: the transport gives up who is slower still.
    lobby.town.site.tamper = [](const net::Fetch& fetch, std::string& bytes) {
        if (fetch.name.starts_with("snap/") && bytes.size() > 100) bytes.resize(100);
    };
    lobby.town.site.gets = 0;
    CHECK_FALSE(lobby.kiosk.ask());
    CHECK(lobby.kiosk.error() == "download.cut");
    CHECK(lobby.town.site.gets < 25);
    CHECK(lobby.shows_first());
    lobby.town.site.tamper = nullptr;
    lobby.town.site.bytes_sent = 0;
    CHECK(lobby.kiosk.ask());
    CHECK(lobby.shows_second());
    CHECK(lobby.town.site.bytes_sent <
          static_cast<std::size_t>(lobby.town.manifests[1].manifest.snap.bytes + 1000));
}

TEST_CASE("Attack: whoever has stolen the online key is locked out by a new root", "[attack]") {
    Lobby lobby;
    const std::string stolen = lobby.town.online.hex();
    lobby.town.rotate(GENERATE(false, true));
    lobby.town.publish();
    CHECK(lobby.kiosk.ask());
    const auto shown = lobby.kiosk.shown();
    lobby.town.online = *sync::SigningKey::of_hex(stolen);
    lobby.town.publish();
    CHECK_FALSE(lobby.kiosk.ask());
    CHECK(lobby.kiosk.error() == "manifest.unknown-key");
    CHECK(lobby.kiosk.shown() == shown);
}

TEST_CASE("Attack: an online key cannot make a root", "[attack]") {
    Lobby lobby;
    sync::Root root = lobby.town.root;
    ++root.number;
    const sync::SigningKey* const keys[] = {&lobby.town.online};
    lobby.town.site.objects["root/2"] = sync::sign_root(root, keys);
    CHECK(lobby.kiosk.ask());
    CHECK(lobby.kiosk.alarm().starts_with("root."));
    CHECK(lobby.shows_second());
}

TEST_CASE("Attack: an old root played again does not bring back its keys", "[attack]") {
    Lobby lobby;
    const std::string old_root = lobby.town.site.objects["root/1"];
    const std::string stolen = lobby.town.online.hex();
    lobby.town.rotate(false);
    lobby.town.publish();
    CHECK(lobby.kiosk.ask());
    lobby.town.online = *sync::SigningKey::of_hex(stolen);
    lobby.town.publish();
    for (const char* name : {"root/1", "root/2", "root/3"}) {
        lobby.town.site.objects[name] = old_root;
    }
    if (GENERATE(false, true)) lobby.kiosk.start();
    lobby.kiosk.clock.advance(2h);
    CHECK_FALSE(lobby.kiosk.ask());
    CHECK(lobby.kiosk.error() == "manifest.unknown-key");
}

TEST_CASE("Attack: a bomb that is signed for takes no more room than was announced", "[attack]") {
    Lobby lobby;
    // Sixty-four million zeros, announced as a thousand bytes, by whoever has the key.
    const std::string bomb = sync::compress(std::string(64 << 20, '\0')).value();
    sync::Manifest manifest = lobby.town.manifests[1].manifest;
    manifest.database.bytes = 1000;
    manifest.patches.clear();
    manifest.snap = sync::content_of(bomb);
    lobby.town.site.objects[sync::snap_name(manifest)] = bomb;
    lobby.town.site.objects["manifest"] = sync::sign_manifest(manifest, lobby.town.online).file;
    CHECK_FALSE(lobby.kiosk.ask());
    CHECK(lobby.kiosk.error() == "object.broken");
    CHECK(lobby.shows_first());
}

TEST_CASE(
    "A thousand truncated, a thousand bit-flipped and a thousand swapped files: never a wrong "
    "programme",
    "[attack][mutation]") {
    enum class Harm { truncated, flipped, swapped };
    const auto harm = GENERATE(Harm::truncated, Harm::flipped, Harm::swapped);
    test::SeededRandom random(11 + static_cast<std::uint64_t>(harm));
    int harmed = 0;
    for (int round = 0; harmed < 1000; ++round) {
        CAPTURE(round);
        Lobby lobby;
        lobby.town.add_poster(700);
        lobby.town.publish();
        auto& objects = lobby.town.site.objects;
        const auto honest = objects;
        std::vector<std::string> names;
        for (const auto& [name, bytes] : objects) names.push_back(name);
        for (int files = 0; files < 4; ++files, ++harmed) {
            std::string& bytes = objects[names[random.below(names.size())]];
            if (harm == Harm::truncated) {
                bytes.resize(random.below(bytes.size()));
            } else if (harm == Harm::flipped && !bytes.empty()) {
                test::mutate(bytes, test::Mutation::bit, random);
            } else {
                std::swap(bytes, objects[names[random.below(names.size())]]);
            }
        }
        // FollowingKiosk::check() looks after every step.
        for (int asked = 0; asked < 3; ++asked) lobby.kiosk.ask();
        REQUIRE_FALSE(lobby.kiosk.current().empty());
        // And whole files again are taken.
        objects = honest;
        lobby.town.publish();
        for (int asked = 0; asked < 3; ++asked) lobby.kiosk.ask();
        REQUIRE(lobby.kiosk.shown() == lobby.town.databases.back());
    }
}
