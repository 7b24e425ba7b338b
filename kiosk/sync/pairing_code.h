// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/ports.h"

namespace wenlan::sync {

// The six characters that the office reads out and somebody enters at a new screen. None of the 28
// looks or sounds like another: no B, I, L, O, S, Z, 0, 1.
inline constexpr std::string_view pairing_alphabet = "23456789ACDEFGHJKMNPQRTUVWXY";
inline constexpr std::size_t pairing_code_length = 6;

std::string make_pairing_code(base::Random& random);
// As somebody wrote it: small letters, spaces and dashes do not matter. None: that is no code.
std::optional<std::string> read_pairing_code(std::string_view text);

}  // namespace wenlan::sync
