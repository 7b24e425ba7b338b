// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "sync/crypto/hash.h"

namespace wenlan::sync {

using Salt = std::array<std::uint8_t, 16>;

// How much each guess costs. `interactive`: about 0.1 s and 64 MiB, for a person who waits;
// `light`: a few milliseconds and 8 MiB, where a small machine answers many.
enum class SlowHashCost { light, interactive };

// Argon2id. "slow-hash.no-memory" where the machine has too little.
base::Result<Hash> slow_hash(std::string_view secret, const Salt& salt, SlowHashCost cost);

}  // namespace wenlan::sync
