// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wenlan::domain {

// What a resident keeps of a sign-up: digits of which the last checks the others, so that one wrong
// digit, or two that changed places, is noticed before anything is looked for.
//   8350 4417        the hub's, eight digits; to be given with the last four of the phone
//   H12 835 044      a kiosk's own (here the twelfth's), made without asking anyone
//   8350 4417 2265   twelve digits, with an H and a number or without: suffices alone
struct Code {
    int kiosk = 0;       // 0: the hub's
    std::string digits;  // with the check digit

    bool operator==(const Code&) const = default;
    bool offline() const { return kiosk != 0; }
    // Nobody guesses it: it needs no phone beside it.
    bool suffices() const;
    // "83504417", "H12835044": as it is kept and compared.
    std::string plain() const;
    // "8350 4417", "H12 835 044": as it is read.
    std::string shown() const;
};

inline constexpr int kiosk_number_max = 9999;
inline constexpr int hub_code_digits = 8;
inline constexpr int kiosk_code_digits = 6;
inline constexpr int long_code_digits = 12;

// How many values a kind of code has besides its check digit.
enum class CodeKind : std::uint8_t { hub, kiosk, long_one };
std::uint64_t code_values(CodeKind kind);

// The code with this number, which is taken modulo code_values. `kiosk` 0 is the hub.
Code make_code(CodeKind kind, int kiosk, std::uint64_t number);

// What somebody typed, with spaces or hyphens or without; none: it is no code.
std::optional<Code> read_code(std::string_view typed);

// The digit that has to follow these digits.
char check_digit(std::string_view digits);

}  // namespace wenlan::domain
