// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <set>

#include "catch.h"
#include "sync/pairing_code.h"
#include "sync/pairing_hub.h"
#include "sync/pairing_kiosk.h"
#include "sync/seeded_random.h"
#include "sync/town_keys.h"

using namespace wenlan;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view code = "K7M2QX";

// A hub with one code open, and what passes between it and a screen.
struct Counter {
    test::TownKeys town;
    test::SeededRandom random{7};
    base::VirtualClock clock{town.now};
    sync::PairingHub hub{clock, random};
    sync::KioskKeys keys = sync::KioskKeys::make(random);
    sync::OpeningKey sealing = sync::OpeningKey::make(random);

    sync::PairingGrant grant(const sync::PairingRequest& wanted) const {
        return {.session = wanted.session,
                .number = 3,
                .name = "一楼大厅",
                .centre = town.centre,
                .root = town.signed_root(town.root()),
                .seal = {1, sealing.seal_key()}};
    }
    // What a screen that was given this code asks for.
    std::string ask(sync::PairingKiosk& kiosk) {
        const std::string welcome = hub.welcome(kiosk.hello(), code).value();
        return kiosk.request(welcome, keys, "0.1.0").value();
    }
    std::string answer(const std::string& request) {
        const auto wanted = hub.check(request).value();
        return hub.grant(request, grant(wanted)).value();
    }
};

std::string code_of(const base::Result<sync::PairingRequest>& result) {
    return result ? "" : result.error().code;
}

// The text with the value of this line exchanged for another's.
std::string with_line_of(std::string text, const std::string& name, const std::string& other) {
    const auto line = [&](const std::string& of) {
        const std::size_t at = of.find(name + " ");
        REQUIRE(at != std::string::npos);
        return std::pair(at, of.find('\n', at) - at);
    };
    const auto [at, length] = line(text);
    const auto [from, from_length] = line(other);
    return text.replace(at, length, other.substr(from, from_length));
}

}  // namespace

TEST_CASE("A screen that was given the code and its hub know each other's keys", "[pairing]") {
    Counter counter;
    sync::PairingKiosk kiosk(code, counter.random);
    const std::string request = counter.ask(kiosk);
    const auto wanted = counter.hub.check(request).value();
    CHECK(wanted.signing == counter.keys.signing.public_key());
    CHECK(wanted.sealing == counter.keys.opening.seal_key());
    CHECK(wanted.software == "0.1.0");
    const std::string answer = counter.hub.grant(request, counter.grant(wanted)).value();
    const auto granted = kiosk.granted(answer).value();
    CHECK(granted.number == 3);
    CHECK(granted.name == "一楼大厅");
    CHECK(granted.centre == counter.town.centre);
    CHECK(granted.seal.key == counter.sealing.seal_key());
}

TEST_CASE("A wrong code is refused, and costs the exchange in which it was tried", "[pairing]") {
    Counter counter;
    sync::PairingKiosk kiosk("K7M2QY", counter.random);
    const std::string request = counter.ask(kiosk);
    CHECK(code_of(counter.hub.check(request)) == "pair.wrong");
    CHECK(code_of(counter.hub.check(request)) == "pair.none");
}

TEST_CASE("What was said in one exchange is of no use in another", "[pairing]") {
    Counter counter;
    sync::PairingKiosk kiosk(code, counter.random);
    const std::string request = counter.ask(kiosk);
    const std::string answer = counter.answer(request);
    SECTION("the same request is not let pass twice") {
        CHECK(code_of(counter.hub.check(request)) == "pair.none");
        // Whoever did not get the answer gets it again, and nothing new.
        CHECK(counter.hub.answered(request) == answer);
        CHECK_FALSE(counter.hub.answered(request + "\n").has_value());
    }
    SECTION("in a new exchange, even with the same share, it is not the hub's") {
        const std::string welcome = counter.hub.welcome(kiosk.hello(), code).value();
        const std::string moved = with_line_of(request, "session", welcome);
        CHECK(code_of(counter.hub.check(moved)) == "pair.wrong");
    }
    SECTION("the answer to one screen is none to another") {
        sync::PairingKiosk other(code, counter.random);
        counter.ask(other);
        CHECK(other.granted(answer).error().code == "pair.wrong");
    }
}

TEST_CASE("Keys cannot be swapped on the way", "[pairing]") {
    Counter counter;
    sync::PairingKiosk kiosk(code, counter.random);
    const std::string request = counter.ask(kiosk);
    sync::PairingKiosk thief(code, counter.random);
    const sync::KioskKeys theirs = sync::KioskKeys::make(counter.random);
    const std::string other =
        thief.request(counter.hub.welcome(thief.hello(), code).value(), theirs, "0.1.0").value();
    for (const std::string line : {"signing", "sealing"}) {
        Counter fresh;
        sync::PairingKiosk again(code, fresh.random);
        const std::string changed = with_line_of(fresh.ask(again), line, other);
        CHECK(code_of(fresh.hub.check(changed)) == "pair.wrong");
    }
    const std::string answer = counter.answer(request);
    Counter elsewhere;
    elsewhere.town = test::TownKeys(2);
    sync::PairingKiosk there(code, elsewhere.random);
    const std::string other_answer = elsewhere.answer(elsewhere.ask(there));
    for (const std::string line : {"centre", "root", "sealing", "kiosk"}) {
        INFO(line);
        const std::string changed = with_line_of(answer, line, other_answer);
        if (changed == answer) continue;
        CHECK(kiosk.granted(changed).error().code == "pair.wrong");
    }
}

TEST_CASE("Who stands between the two without the code gets nowhere", "[pairing]") {
    Counter counter;
    sync::PairingKiosk kiosk(code, counter.random);
    // The hub that answers is a stranger's, who guesses the code.
    sync::PairingHub stranger(counter.clock, counter.random);
    const std::string welcome = stranger.welcome(kiosk.hello(), "222222").value();
    const std::string request = kiosk.request(welcome, counter.keys, "0.1.0").value();
    CHECK(code_of(stranger.check(request)) == "pair.wrong");
    // A share that makes the key the same for every code is refused.
    sync::PairingWelcome nothing{sync::PairingSession::make(counter.random), {}};
    CHECK(kiosk.request(sync::write(nothing), counter.keys, "0.1.0").error().code ==
          "pair.malformed");
    CHECK(counter.hub.welcome(sync::write(sync::PairingHello{}), code).error().code ==
          "pair.malformed");
}

TEST_CASE("An exchange that takes too long is over", "[pairing]") {
    Counter counter;
    sync::PairingKiosk kiosk(code, counter.random);
    const std::string request = counter.ask(kiosk);
    counter.clock.advance(61s);
    CHECK(code_of(counter.hub.check(request)) == "pair.none");
}

TEST_CASE("Only so many screens begin in a minute", "[pairing]") {
    Counter counter;
    int begun = 0;
    std::string refused;
    for (int i = 0; i < 30; ++i) {
        sync::PairingKiosk kiosk("222222", counter.random);
        const auto welcome = counter.hub.welcome(kiosk.hello(), code);
        if (!welcome) {
            refused = welcome.error().code;
            continue;
        }
        ++begun;
        const std::string request = kiosk.request(welcome.value(), counter.keys, "0.1.0").value();
        CHECK(code_of(counter.hub.check(request)) == "pair.wrong");
    }
    CHECK(begun == 12);
    CHECK(refused == "pair.too-many");
    counter.clock.advance(61s);
    sync::PairingKiosk kiosk(code, counter.random);
    CHECK_FALSE(counter.answer(counter.ask(kiosk)).empty());
}

TEST_CASE("Messages with one bit changed are never taken for the real ones", "[pairing]") {
    Counter counter;
    sync::PairingKiosk kiosk(code, counter.random);
    const std::string request = counter.ask(kiosk);
    const std::string answer = counter.answer(request);
    for (int i = 0; i < 1000; ++i) {
        std::string changed = answer;
        const std::size_t at = counter.random.below(changed.size());
        changed[at] = static_cast<char>(changed[at] ^ (1 << counter.random.below(8)));
        CHECK_FALSE(kiosk.granted(changed).ok());
        CHECK_FALSE(kiosk.granted(answer.substr(0, at)).ok());
        static_cast<void>(sync::read_hello(changed).ok());
        static_cast<void>(sync::read_welcome(changed).ok());
        static_cast<void>(sync::session_of(changed).ok());
    }
    CHECK(kiosk.granted(answer).ok());
}

TEST_CASE("A code is six characters that cannot be mistaken for others", "[pairing]") {
    test::SeededRandom random(1);
    std::set<std::string> codes;
    for (int i = 0; i < 200; ++i) {
        const std::string made = sync::make_pairing_code(random);
        CHECK(sync::read_pairing_code(made) == made);
        codes.insert(made);
    }
    CHECK(codes.size() == 200);
    CHECK(sync::read_pairing_code("k7m-2qx") == "K7M2QX");
    CHECK(sync::read_pairing_code(" K7M 2QX ") == "K7M2QX");
    for (const std::string bad : {"", "K7M2Q", "K7M2QXX", "K7M2Q0", "K7M2QO", "K7M2Q1", "K7M2QI"}) {
        CHECK_FALSE(sync::read_pairing_code(bad).has_value());
    }
}
