// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/root.h"

#include "catch.h"
#include "sync/town_keys.h"

using namespace wenlan;
using namespace wenlan::sync;
using test::TownKeys;

namespace {

struct Rotation {
    TownKeys town;
    SigningKey second = SigningKey::make(town.random);
    SigningKey stranger = SigningKey::make(town.random);
    Root first = town.root();
    Root next = first;

    Rotation() { next.number = 2; }
    std::string signed_by(std::initializer_list<const SigningKey*> keys) const {
        return sign_root(next, std::span(keys.begin(), keys.size()));
    }
    std::string code(const std::string& file) const {
        const auto read = read_next_root(file, first);
        return read ? "" : read.error().code;
    }
};

}  // namespace

TEST_CASE("The first root is signed by its own keys", "[root]") {
    const TownKeys town;
    CHECK(read_first_root(town.signed_root(town.root())).value() == town.root());
    const SigningKey* const wrong[] = {&town.online};
    CHECK(read_first_root(sign_root(town.root(), wrong)).error().code == "root.unknown-key");
}

TEST_CASE("A new root brings new online keys", "[root]") {
    Rotation rotation;
    rotation.next.online = {rotation.second.public_key()};
    CHECK(rotation.code(rotation.signed_by({&rotation.town.offline})).empty());
}

TEST_CASE("New offline keys are signed for by the old and by themselves", "[root]") {
    Rotation rotation;
    rotation.next.offline = {rotation.second.public_key()};
    CHECK(rotation.code(rotation.signed_by({&rotation.town.offline, &rotation.second})).empty());
    CHECK(rotation.code(rotation.signed_by({&rotation.second})) == "root.unknown-key");
    CHECK(rotation.code(rotation.signed_by({&rotation.town.offline})) == "root.unknown-key");
}

TEST_CASE("Where two keys must sign, one thief cannot", "[root]") {
    Rotation rotation;
    rotation.first.offline = {rotation.town.offline.public_key(), rotation.second.public_key()};
    std::sort(rotation.first.offline.begin(), rotation.first.offline.end());
    rotation.first.need = 2;
    rotation.next = rotation.first;
    rotation.next.number = 2;
    CHECK(rotation.code(rotation.signed_by({&rotation.second})) == "root.too-few-signatures");
    CHECK(rotation.code(rotation.signed_by({&rotation.second, &rotation.stranger})) ==
          "root.too-few-signatures");
    CHECK(rotation.code(rotation.signed_by({&rotation.second, &rotation.town.offline})).empty());
}

TEST_CASE("An old root cannot be played again, none can be left out", "[root]") {
    Rotation rotation;
    for (const std::int64_t number : {1, 3}) {
        rotation.next.number = number;
        CHECK(rotation.code(rotation.signed_by({&rotation.town.offline})) == "root.wrong-number");
    }
}

TEST_CASE("A root is one centre's and does not go back to an earlier epoch", "[root]") {
    Rotation rotation;
    SECTION("centre") {
        rotation.next.centre.bytes[3] ^= 1;
        CHECK(rotation.code(rotation.signed_by({&rotation.town.offline})) == "root.wrong-centre");
    }
    SECTION("epoch") {
        rotation.first.epoch = 2;
        CHECK(rotation.code(rotation.signed_by({&rotation.town.offline})) == "root.lower-epoch");
    }
    SECTION("online keys sign no root") {
        CHECK(rotation.code(rotation.signed_by({&rotation.town.online})) == "root.unknown-key");
    }
}

TEST_CASE("A root that means nothing is refused, whoever signed it", "[root]") {
    Rotation rotation;
    SECTION("it asks for more keys than it has") { rotation.next.need = 2; }
    SECTION("it expires before it begins") { rotation.next.expires = rotation.next.issued; }
    SECTION("no key may sign") { rotation.next.online.clear(); }
    SECTION("a key stands there twice") {
        rotation.next.online.push_back(rotation.next.online.front());
    }
    CHECK(rotation.code(rotation.signed_by({&rotation.town.offline})) == "root.bad-field");
}
