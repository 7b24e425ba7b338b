// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wenlan::domain {

// An id drawn by chance where the thing was made: unique without asking anyone. All zeros: none.
template <typename Tag>
struct Id128 {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const Id128&) const = default;
    explicit operator bool() const {
        return std::any_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte != 0; });
    }

    // As it is kept: sixteen bytes.
    std::string raw() const { return std::string(bytes.begin(), bytes.end()); }
    static std::optional<Id128> of_raw(std::string_view raw) {
        if (raw.size() != 16) return std::nullopt;
        Id128 id;
        std::copy(raw.begin(), raw.end(), id.bytes.begin());
        return id;
    }

    // As people see it: 32 digits.
    std::string hex() const {
        static constexpr char digits[] = "0123456789abcdef";
        std::string text;
        for (const std::uint8_t byte : bytes) {
            text += digits[byte >> 4];
            text += digits[byte & 0xF];
        }
        return text;
    }
    static std::optional<Id128> of_hex(std::string_view text) {
        if (text.size() != 32) return std::nullopt;
        Id128 id;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            const bool digit = c >= '0' && c <= '9';
            if (!digit && (c < 'a' || c > 'f')) return std::nullopt;
            const int value = digit ? c - '0' : c - 'a' + 10;
            id.bytes[i / 2] = static_cast<std::uint8_t>(id.bytes[i / 2] << 4 | value);
        }
        return id;
    }
};

}  // namespace wenlan::domain
