// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pairing_code.h"

#include <array>
#include <cstdint>

namespace wenlan::sync {

std::string make_pairing_code(base::Random& random) {
    // Bytes beyond the last whole round of the alphabet would favour its first characters.
    constexpr std::size_t fair = 256 / pairing_alphabet.size() * pairing_alphabet.size();
    std::string code;
    while (code.size() < pairing_code_length) {
        std::array<std::uint8_t, 1> byte{};
        random.fill(byte);
        if (byte[0] < fair) code += pairing_alphabet[byte[0] % pairing_alphabet.size()];
    }
    return code;
}

std::optional<std::string> read_pairing_code(std::string_view text) {
    std::string code;
    for (char c : text) {
        if (c == ' ' || c == '-') continue;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (pairing_alphabet.find(c) == std::string_view::npos) return std::nullopt;
        code += c;
    }
    if (code.size() != pairing_code_length) return std::nullopt;
    return code;
}

}  // namespace wenlan::sync
