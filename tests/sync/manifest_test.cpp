// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/manifest.h"

#include <algorithm>

#include "catch.h"
#include "sync/avail.h"
#include "sync/town_keys.h"

using namespace wenlan;
using namespace wenlan::sync;
using test::TownKeys;

namespace {

// The manifest's text after a change, signed by the centre's own key: what only the parser can
// refuse.
std::string resigned(const TownKeys& town, const std::string& from, const std::string& to) {
    std::string text = sign_manifest(town.manifest(5), town.online).file;
    text = text.substr(text.find("\n\n") + 2);
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    const SigningKey* const keys[] = {&town.online};
    return sign_text(text, Purpose::manifest, keys);
}

std::string code_of(const base::Result<SignedManifest>& read) {
    return read ? "" : read.error().code;
}

}  // namespace

TEST_CASE("What is signed is what is read", "[manifest]") {
    const TownKeys town;
    const SignedManifest made = sign_manifest(town.manifest(5), town.online);
    const auto read = read_manifest(made.file, town.root());
    REQUIRE(read.ok());
    CHECK(read.value().manifest == made.manifest);
    CHECK(read.value().hash == made.hash);
    CHECK(read.value().file == made.file);
}

TEST_CASE("A manifest says where its objects lie", "[manifest]") {
    const TownKeys town;
    const Manifest manifest = town.manifest(5);
    CHECK(snap_name(manifest) == "snap/" + manifest.database.hash.hex() + ".zst");
    CHECK(patch_name(manifest, manifest.patches[0]) ==
          "patch/" + hash_of("a").hex() + "-" + manifest.database.hash.hex() + ".zst");
}

TEST_CASE("A manifest with as many patches as there may be fits its page", "[manifest]") {
    const TownKeys town;
    Manifest manifest = town.manifest(5);
    manifest.patches.clear();
    for (std::size_t i = 0; i < patches_max; ++i) {
        manifest.patches.push_back({hash_of(std::to_string(i)), {hash_of("x"), 100'000'000}});
    }
    const SignedManifest made = sign_manifest(manifest, town.online);
    CHECK(made.file.size() < manifest_bytes_max / 2);
    CHECK(read_manifest(made.file, town.root()).ok());
}

TEST_CASE("A manifest by a stranger is refused before it is read", "[manifest]") {
    const TownKeys town;
    test::SeededRandom random(9);
    const SigningKey stranger = SigningKey::make(random);
    const SigningKey* const keys[] = {&stranger};
    const std::string file = sign_text("not even a manifest", Purpose::manifest, keys);
    CHECK(code_of(read_manifest(file, town.root())) == "manifest.unknown-key");
}

TEST_CASE("A signature made for something else does not make a manifest", "[manifest]") {
    const TownKeys town;
    std::string text = sign_manifest(town.manifest(5), town.online).file;
    text = text.substr(text.find("\n\n") + 2);
    const SigningKey* const keys[] = {&town.online};
    CHECK(code_of(read_manifest(sign_text(text, Purpose::avail, keys), town.root())) ==
          "manifest.bad-signature");
}

TEST_CASE("Another centre's manifest is refused, and one of another epoch", "[manifest]") {
    const TownKeys town;
    Manifest manifest = town.manifest(5);
    SECTION("centre") {
        manifest.centre.bytes[0] ^= 1;
        CHECK(code_of(read_manifest(sign_manifest(manifest, town.online).file, town.root())) ==
              "manifest.wrong-centre");
    }
    SECTION("a later epoch, which only a root may begin") {
        manifest.edition.epoch = 2;
        CHECK(code_of(read_manifest(sign_manifest(manifest, town.online).file, town.root())) ==
              "manifest.wrong-epoch");
    }
    SECTION("an epoch that is over") {
        Root root = town.root();
        root.epoch = 2;
        CHECK(code_of(read_manifest(sign_manifest(manifest, town.online).file, root)) ==
              "manifest.wrong-epoch");
    }
}

TEST_CASE("Too much is refused without looking at it", "[manifest]") {
    const TownKeys town;
    CHECK(code_of(read_manifest(std::string(manifest_bytes_max + 1, 's'), town.root())) ==
          "manifest.too-large");
}

TEST_CASE("What is not a signed text is malformed", "[manifest]") {
    const TownKeys town;
    const std::string good = sign_manifest(town.manifest(5), town.online).file;
    const std::string line = good.substr(0, good.find('\n') + 1);
    for (const std::string& file :
         {std::string(), std::string("\n"), std::string("<html>404</html>"),
          good.substr(0, line.size()), good.substr(0, 20), line + good, "x" + good,
          good.substr(line.size())}) {
        CAPTURE(file);
        CHECK(code_of(read_manifest(file, town.root())) == "manifest.malformed");
    }
}

TEST_CASE("Even the centre's key cannot sign a manifest that means nothing", "[manifest]") {
    const TownKeys town;
    const std::string digits = hash_of("a").hex();
    const std::vector<std::pair<std::string, std::string>> changes = {
        {"wenlan-manifest 1", "wenlan-manifest 2"},
        {"version 5", "version 05"},
        {"version 5", "version 0"},
        {"version 5", "version -5"},
        {"version 5", "version 5 5"},
        {"version 5", "version"},
        {"version 5", "version  5"},
        {"version 5", "version 1000000000"},
        {"version 5", "version 99999999999999999999"},
        {"version 5\n", ""},
        {"version 5\n", "version 5\nversion 5\n"},
        {"version 5\n", "version 5\r\n"},
        {"schema 1 1", "schema 2 1"},
        {"schema 1 1", "schema 1"},
        {digits, hash_of("zz").hex()},  // out of order, or twice
        {digits, digits.substr(1)},
        {digits + " ", digits},
        {"avail 3", "avail 3\nmore 1"},
        {"previous ", "previous  "},
        {"epoch 1", "Epoch 1"},
    };
    for (const auto& [from, to] : changes) {
        CAPTURE(from, to);
        const std::string file = resigned(town, from, to);
        const auto read = read_manifest(file, town.root());
        // The changed base may still be in order.
        if (from == digits && to.size() == digits.size() && read.ok()) continue;
        CHECK(code_of(read) == "manifest.bad-field");
    }
}

TEST_CASE("A database larger than a kiosk can take is refused", "[manifest]") {
    const TownKeys town;
    Manifest manifest = town.manifest(5);
    manifest.database.bytes = database_bytes_max + 1;
    CHECK(code_of(read_manifest(sign_manifest(manifest, town.online).file, town.root())) ==
          "manifest.bad-field");
}

TEST_CASE("Free seats belong to one manifest", "[manifest][avail]") {
    const TownKeys town;
    const SignedManifest five = sign_manifest(town.manifest(5), town.online);
    const SignedManifest six = sign_manifest(town.manifest(6), town.online);
    const Avail avail = town.avail(five);
    const std::string file = sign_avail(avail, town.online);
    REQUIRE(read_avail(file, town.root(), five).ok());
    CHECK(read_avail(file, town.root(), five).value() == avail);
    CHECK(read_avail(file, town.root(), six).error().code == "avail.other-manifest");

    Avail old = avail;
    old.serial = 2;
    CHECK(read_avail(sign_avail(old, town.online), town.root(), five).error().code ==
          "avail.too-old");
    CHECK(read_avail(sign_avail(avail, town.offline), town.root(), five).error().code ==
          "avail.unknown-key");
    CHECK(read_avail(five.file, town.root(), five).error().code == "avail.bad-signature");
}

TEST_CASE("Editions are in one order, across epochs too", "[edition]") {
    CHECK(Edition{1, 12}.name() == "1000000012");
    CHECK(Edition{2, 1} > Edition{1, Edition::version_max});
    CHECK(Edition{2, 1}.number() > Edition{1, Edition::version_max}.number());
    CHECK(Edition{Edition::epoch_max, Edition::version_max}.name().size() <= 15);
    for (const Edition edition : {Edition{1, 1}, Edition{1, Edition::version_max}, Edition{7, 3}}) {
        CHECK(Edition::of_number(edition.number()) == edition);
    }
}
