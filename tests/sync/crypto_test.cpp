// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "sync/crypto/hash.h"
#include "sync/crypto/hex.h"
#include "sync/crypto/sealed_box.h"
#include "sync/crypto/signing.h"
#include "sync/crypto/slow_hash.h"
#include "sync/seeded_random.h"

using namespace wenlan;
using namespace wenlan::sync;

TEST_CASE("A hash is BLAKE2b of 32 bytes", "[crypto]") {
    CHECK(hash_of("").hex() == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    CHECK(hash_of("abc").hex() ==
          "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST_CASE("Hexadecimal digits have one form", "[crypto]") {
    std::array<std::uint8_t, 2> bytes{};
    CHECK(from_hex("0aff", bytes));
    CHECK(to_hex(bytes) == "0aff");
    CHECK_FALSE(from_hex("0AFF", bytes));
    CHECK_FALSE(from_hex("0aff0", bytes));
    CHECK_FALSE(from_hex("0af", bytes));
    CHECK_FALSE(from_hex("0ag0", bytes));
    CHECK(Hash::of_hex(hash_of("x").hex()) == hash_of("x"));
}

TEST_CASE("A signature is good for its key, its bytes and its purpose only", "[crypto]") {
    test::SeededRandom random(1);
    const SigningKey key = SigningKey::make(random);
    const SigningKey other = SigningKey::make(random);
    const Signature signature = key.sign(Purpose::manifest, "words");
    CHECK(verified(key.public_key(), Purpose::manifest, "words", signature));
    CHECK_FALSE(verified(other.public_key(), Purpose::manifest, "words", signature));
    CHECK_FALSE(verified(key.public_key(), Purpose::manifest, "Words", signature));
    CHECK_FALSE(verified(key.public_key(), Purpose::manifest, "words ", signature));
    for (const Purpose purpose :
         {Purpose::root, Purpose::avail, Purpose::receipt, Purpose::message}) {
        CHECK_FALSE(verified(key.public_key(), purpose, "words", signature));
    }
    for (std::size_t bit = 0; bit < signature.bytes.size() * 8; ++bit) {
        Signature changed = signature;
        changed.bytes[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
        REQUIRE_FALSE(verified(key.public_key(), Purpose::manifest, "words", changed));
    }
}

TEST_CASE("A key that was written down signs as before", "[crypto]") {
    test::SeededRandom random(2);
    const SigningKey key = SigningKey::make(random);
    const auto again = SigningKey::of_hex(key.hex());
    REQUIRE(again.has_value());
    CHECK(again->public_key() == key.public_key());
    CHECK(again->sign(Purpose::root, "x") == key.sign(Purpose::root, "x"));
    CHECK_FALSE(SigningKey::of_hex("00").has_value());
}

TEST_CASE("What is sealed opens with its key only and not after a change", "[crypto]") {
    test::SeededRandom random(3);
    const OpeningKey hub = OpeningKey::make(random);
    const OpeningKey other = OpeningKey::make(random);
    const std::string sealed = seal(hub.seal_key(), "张阿姨 6789", random).value();
    CHECK(sealed.size() == std::string("张阿姨 6789").size() + seal_overhead_bytes);
    CHECK(hub.open(sealed).value() == "张阿姨 6789");
    CHECK(OpeningKey::of_hex(hub.hex())->open(sealed).value() == "张阿姨 6789");
    CHECK(other.open(sealed).error().code == "seal.broken");
    CHECK(hub.open("short").error().code == "seal.broken");
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        std::string changed = sealed;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        REQUIRE_FALSE(hub.open(changed).ok());
    }
    CHECK(seal(SealKey{}, "x", random).error().code == "seal.bad-key");
}

TEST_CASE("The same seed seals to the same bytes, the next time to others", "[crypto]") {
    test::SeededRandom one(4);
    test::SeededRandom two(4);
    const OpeningKey hub = OpeningKey::make(one);
    OpeningKey::make(two);
    const std::string first = seal(hub.seal_key(), "x", one).value();
    CHECK(first == seal(hub.seal_key(), "x", two).value());
    CHECK(first != seal(hub.seal_key(), "x", one).value());
}

TEST_CASE("A slow hash depends on the secret and on the salt", "[crypto]") {
    const Salt salt{1};
    const Salt other{2};
    const Hash hash = slow_hash("1234 5678", salt, SlowHashCost::light).value();
    CHECK(hash == slow_hash("1234 5678", salt, SlowHashCost::light).value());
    CHECK(hash != slow_hash("1234 5679", salt, SlowHashCost::light).value());
    CHECK(hash != slow_hash("1234 5678", other, SlowHashCost::light).value());
}

TEST_CASE("Secrets are compared whole", "[crypto]") {
    CHECK(equal_in_constant_time("abc", "abc"));
    CHECK_FALSE(equal_in_constant_time("abc", "abd"));
    CHECK_FALSE(equal_in_constant_time("abc", "ab"));
    CHECK(equal_in_constant_time("", ""));
}
