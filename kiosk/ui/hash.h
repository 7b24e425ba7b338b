// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace wenlan::ui {

// FNV-1a, 64 bits: names what is drawn and pressed. Not for anything hostile.
inline constexpr std::uint64_t hash_seed = 1469598103934665603ULL;
inline std::uint64_t hash_of(std::string_view text, std::uint64_t seed = hash_seed) {
    for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return seed;
}

}  // namespace wenlan::ui
