// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ports.h"

#include <cerrno>
#include <chrono>
#include <sys/random.h>

namespace wenlan::base {

Instant SystemClock::now() const {
    return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

Duration SystemClock::uptime() const {
    return std::chrono::duration_cast<Duration>(
        std::chrono::steady_clock::now().time_since_epoch());
}

std::uint64_t Random::next_u64() {
    std::uint8_t bytes[8];
    fill(bytes);
    std::uint64_t value = 0;
    for (const std::uint8_t byte : bytes) value = (value << 8) | byte;
    return value;
}

void SystemRandom::fill(std::span<std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const ssize_t got = getrandom(bytes.data(), bytes.size(), 0);
        ensure(got > 0 || errno == EINTR, "the kernel gives random bytes");
        if (got > 0) bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
}

}  // namespace wenlan::base
