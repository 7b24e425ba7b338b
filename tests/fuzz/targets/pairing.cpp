// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <chrono>

#include "fuzz/targets/targets.h"
#include "sync/health.h"
#include "sync/pairing_messages.h"
#include "sync/seeded_random.h"

// What a screen and its hub say to each other while they are paired, and how the screen is.
namespace wenlan::fuzz {

using namespace wenlan::sync;

namespace {

constexpr int samples = 6;

const Secret<32>& key() {
    static const Secret<32> same = [] {
        Secret<32> bytes;
        test::SeededRandom(1).fill(bytes.bytes());
        return bytes;
    }();
    return same;
}

PairingRequest request_of(test::SeededRandom& random) {
    return {PairingSession::make(random), SigningKey::make(random).public_key(),
            OpeningKey::make(random).seal_key(), "0.1.0"};
}

std::string made(int number) {
    test::SeededRandom random(static_cast<std::uint64_t>(number));
    const CodeExchange exchange("K7M2QX", random);
    const PairingRequest request = request_of(random);
    const std::string asked = write(request, key());
    switch (number % 4) {
        case 0:
            return write(PairingHello{exchange.share()});
        case 1:
            return write(PairingWelcome{request.session, exchange.share()});
        case 2:
            return asked;
        default:
            return write(PairingGrant{request.session,
                                      number,
                                      "一楼大厅",
                                      PairingSession::make(random),
                                      "a root",
                                      {1, OpeningKey::make(random).seal_key()}},
                         key(), "the request");
    }
}

const std::array<std::string, samples>& all_made() {
    static const std::array<std::string, samples> all = [] {
        std::array<std::string, samples> texts;
        for (int i = 0; i < samples; ++i) texts[static_cast<std::size_t>(i)] = made(i);
        return texts;
    }();
    return all;
}

bool is_made(std::string_view bytes) {
    return std::find(all_made().begin(), all_made().end(), bytes) != all_made().end();
}

const SigningKey& kiosk_key() {
    static const SigningKey same = [] {
        test::SeededRandom random(2);
        return SigningKey::make(random);
    }();
    return same;
}

HealthReport report(int number) {
    return {.kiosk = 1 + number,
            .serial = 100 + number,
            .sent = base::Instant{std::chrono::hours{24 * 365 * 56}},
            .shown = {1, 218},
            .newest_whole = number % 2 == 0,
            .outbox = number,
            .disk_free = 12'000'000'000,
            .running_s = 60,
            .failures = number,
            .error = number % 2 == 0 ? "" : "net.slow",
            .software = "0.1.0"};
}

}  // namespace

std::string sample_pairing(int number) {
    return all_made()[static_cast<std::size_t>(number % samples)];
}

void run_pairing(std::string_view bytes) {
    if (const auto hello = read_hello(bytes)) {
        base::ensure(write(hello.value()) == bytes, "one text for each greeting");
    }
    if (const auto welcome = read_welcome(bytes)) {
        base::ensure(write(welcome.value()) == bytes, "one text for each answer to it");
    }
    static_cast<void>(session_of(bytes).ok());
    base::ensure(!read_request(bytes, key()) || is_made(bytes), "only who has the key asks");
    base::ensure(!read_grant(bytes, key(), "the request") || is_made(bytes),
                 "only who has the key grants");
    base::ensure(!read_grant(bytes, key(), "another request"), "a grant answers one request");
}

std::string sample_health(int number) {
    if (number == samples - 1) {
        return write(HealthAnswer{base::Instant{std::chrono::hours{1}}, "一楼大厅"});
    }
    return sign_health(report(number % samples), kiosk_key());
}

void run_health(std::string_view bytes) {
    static_cast<void>(kiosk_of_health(bytes).ok());
    const auto read = read_health(bytes, kiosk_key().public_key());
    if (read) {
        const int number = read.value().kiosk - 1;
        base::ensure(read.value() == report(number), "only what was signed is heard");
    }
    if (const auto answer = read_health_answer(bytes)) {
        base::ensure(write(answer.value()) == bytes, "one text for each answer");
    }
}

}  // namespace wenlan::fuzz
