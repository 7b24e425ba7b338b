// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wenlan::sync {

// BLAKE2b of 32 bytes.
struct Hash {
    std::array<std::uint8_t, 32> bytes{};
    auto operator<=>(const Hash&) const = default;

    std::string hex() const;
    static std::optional<Hash> of_hex(std::string_view text);
};

Hash hash_of(std::string_view bytes);

// In a time that does not tell where they differ.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace wenlan::sync
