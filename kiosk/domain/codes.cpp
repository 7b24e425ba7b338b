// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/codes.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/result.h"

namespace wenlan::domain {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int digits_of(CodeKind kind) {
    switch (kind) {
        case CodeKind::hub:
            return hub_code_digits;
        case CodeKind::kiosk:
            return kiosk_code_digits;
        case CodeKind::long_one:
            return long_code_digits;
    }
    return long_code_digits;
}

std::string prefix_of(int kiosk) { return kiosk == 0 ? "" : std::to_string(kiosk); }

// Groups of `size`, from the left.
std::string grouped(std::string_view digits, std::size_t size) {
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % size == 0) text += ' ';
        text += digits[i];
    }
    return text;
}

}  // namespace

// Damm's scheme: a totally anti-symmetric quasigroup of order ten.
char check_digit(std::string_view digits) {
    static constexpr std::array<std::string_view, 10> table = {
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"};
    char state = '0';
    for (const char digit : digits) {
        base::ensure(is_digit(digit), "a code is of digits");
        state = table[static_cast<std::size_t>(state - '0')][static_cast<std::size_t>(digit - '0')];
    }
    return state;
}

bool Code::suffices() const { return digits.size() == static_cast<std::size_t>(long_code_digits); }

std::string Code::plain() const { return (offline() ? "H" + prefix_of(kiosk) : "") + digits; }

std::string Code::shown() const {
    const bool short_offline = offline() && !suffices();
    const std::string groups = grouped(digits, short_offline ? 3 : 4);
    return offline() ? "H" + prefix_of(kiosk) + " " + groups : groups;
}

std::uint64_t code_values(CodeKind kind) {
    std::uint64_t values = 1;
    for (int i = 1; i < digits_of(kind); ++i) values *= 10;
    return values;
}

Code make_code(CodeKind kind, int kiosk, std::uint64_t number) {
    base::ensure(kiosk >= 0 && kiosk <= kiosk_number_max, "a kiosk's number has four digits");
    std::string digits = std::to_string(number % code_values(kind));
    digits.insert(0, static_cast<std::size_t>(digits_of(kind)) - 1 - digits.size(), '0');
    digits += check_digit(prefix_of(kiosk) + digits);
    return {kiosk, digits};
}

std::optional<Code> read_code(std::string_view typed) {
    constexpr std::size_t typed_max = 40;
    if (typed.size() > typed_max) return std::nullopt;
    bool offline = false;
    std::string digits;
    for (const char c : typed) {
        if (is_digit(c)) {
            digits += c;
        } else if ((c == 'H' || c == 'h') && digits.empty() && !offline) {
            offline = true;
        } else if (c != ' ' && c != '-') {
            return std::nullopt;
        }
    }
    if (digits.size() < 2 || check_digit(digits) != '0') return std::nullopt;
    if (!offline) {
        const bool known = digits.size() == hub_code_digits || digits.size() == long_code_digits;
        return known ? std::optional(Code{0, digits}) : std::nullopt;
    }
    for (const int length : {kiosk_code_digits, long_code_digits}) {
        const auto size = static_cast<std::size_t>(length);
        if (digits.size() <= size || digits.size() > size + 4 || digits[0] == '0') continue;
        return Code{std::stoi(digits.substr(0, digits.size() - size)),
                    digits.substr(digits.size() - size)};
    }
    return std::nullopt;
}

}  // namespace wenlan::domain
