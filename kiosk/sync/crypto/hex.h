// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace wenlan::sync {

// Lower-case, two digits a byte.
std::string to_hex(std::span<const std::uint8_t> bytes);
// Exactly as many bytes as there is room for, lower-case only: one text for each value.
[[nodiscard]] bool from_hex(std::string_view text, std::span<std::uint8_t> bytes);

}  // namespace wenlan::sync
