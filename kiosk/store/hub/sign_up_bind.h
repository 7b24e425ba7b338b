// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/time.h"
#include "store/sqlite/statement.h"

namespace wenlan::store {

// Binds one parameter after the other.
class Bind {
public:
    explicit Bind(sqlite::Statement& statement) : statement_(statement) {}
    Bind& number(std::int64_t value) {
        statement_.bind(++at_, value);
        return *this;
    }
    Bind& number(const std::optional<std::int64_t>& value) {
        statement_.bind(++at_, value);
        return *this;
    }
    Bind& instant(base::Instant value) { return number(value.time_since_epoch().count()); }
    Bind& instant(const std::optional<base::Instant>& value) {
        if (value) return instant(*value);
        statement_.bind_null(++at_);
        return *this;
    }
    Bind& text(std::string_view value) {
        statement_.bind(++at_, value);
        return *this;
    }
    Bind& bytes(std::string_view value) {
        statement_.bind_bytes(++at_, value);
        return *this;
    }
    template <std::size_t Size>
    Bind& bytes(const std::array<std::uint8_t, Size>& value) {
        return bytes(std::string_view(reinterpret_cast<const char*>(value.data()), Size));
    }
    template <std::size_t Size>
    Bind& bytes(const std::optional<std::array<std::uint8_t, Size>>& value) {
        if (value) return bytes(*value);
        statement_.bind_null(++at_);
        return *this;
    }

private:
    sqlite::Statement& statement_;
    int at_ = 0;
};

// Reads one column after the other.
class Read {
public:
    explicit Read(const sqlite::Statement& row) : row_(row) {}
    std::int64_t number() { return row_.integer(at_++); }
    int small() { return static_cast<int>(number()); }
    bool flag() { return number() != 0; }
    std::optional<std::int64_t> optional_number() { return row_.optional_integer(at_++); }
    base::Instant instant() { return base::Instant{base::Duration{number()}}; }
    std::optional<base::Instant> optional_instant() {
        const auto ms = optional_number();
        if (!ms) return std::nullopt;
        return base::Instant{base::Duration{*ms}};
    }
    std::string text() { return row_.text(at_++); }
    std::string bytes() { return row_.bytes(at_++); }
    template <std::size_t Size>
    void bytes(std::array<std::uint8_t, Size>& to) {
        const std::string raw = bytes();
        if (raw.size() == Size) std::copy(raw.begin(), raw.end(), to.begin());
    }
    std::optional<std::array<std::uint8_t, 32>> optional_digest() {
        if (row_.is_null(at_)) {
            ++at_;
            return std::nullopt;
        }
        std::array<std::uint8_t, 32> digest{};
        bytes(digest);
        return digest;
    }

private:
    const sqlite::Statement& row_;
    int at_ = 0;
};

}  // namespace wenlan::store
