// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>

#include "base/ports.h"
#include "sync/crypto/hex.h"

namespace wenlan::sync {

// Drawn by chance when a centre's hub is set up: no two centres share it, and none can be guessed.
struct CentreId {
    std::array<std::uint8_t, 16> bytes{};
    auto operator<=>(const CentreId&) const = default;

    static CentreId make(base::Random& random) {
        CentreId id;
        random.fill(id.bytes);
        return id;
    }
    std::string hex() const { return to_hex(bytes); }
};

}  // namespace wenlan::sync
