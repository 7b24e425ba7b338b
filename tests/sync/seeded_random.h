// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>
#include <span>

#include "base/ports.h"

namespace wenlan::test {

// The same bytes for the same seed. Of no use for keys but in tests.
class SeededRandom final : public base::Random {
public:
    explicit SeededRandom(std::uint64_t seed) : engine_(seed) {}
    void fill(std::span<std::uint8_t> bytes) override {
        for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(engine_());
    }
    // From 0 to just below `limit`.
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : engine_() % limit; }
    bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }

private:
    std::mt19937_64 engine_;
};

}  // namespace wenlan::test
