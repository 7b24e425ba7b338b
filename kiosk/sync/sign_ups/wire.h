// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/time.h"

namespace wenlan::sync {

// Messages as bytes, each value in one way: integers in eight bytes, the high one first; texts and
// lists with their count before them; nothing optional, nothing left over. A message describes its
// fields once, for writing and reading alike:
//   template <typename Wire> void describe(Wire& wire, Thing& thing) { wire.integer(...); ... }
class WireWriter {
public:
    void head(std::string_view words);
    template <typename T>
    void integer(T& value, std::int64_t, std::int64_t) {
        put(static_cast<std::int64_t>(value));
    }
    void flag(bool& value) { text_ += value ? '\1' : '\0'; }
    void instant(base::Instant& value) { put(value.time_since_epoch().count()); }
    template <std::size_t Size>
    void raw(std::array<std::uint8_t, Size>& bytes) {
        text_.append(bytes.begin(), bytes.end());
    }
    void text(std::string& value, std::size_t) { bytes(value); }
    void bytes(std::string& value, std::size_t) { bytes(value); }
    template <typename T, typename Each>
    void list(std::vector<T>& items, std::size_t, Each each) {
        put(static_cast<std::int64_t>(items.size()));
        for (T& item : items) each(*this, item);
    }
    void must(bool, std::string_view) {}
    std::string take() { return std::move(text_); }

private:
    void put(std::int64_t value);
    void bytes(const std::string& value);
    std::string text_;
};

// The first fault is kept and makes all that follows empty; ask `whole()` at the end.
class WireReader {
public:
    explicit WireReader(std::string_view bytes) : rest_(bytes) {}

    void head(std::string_view words);
    template <typename T>
    void integer(T& value, std::int64_t min, std::int64_t max) {
        value = static_cast<T>(take_integer(min, max));
    }
    void flag(bool& value);
    void instant(base::Instant& value);
    template <std::size_t Size>
    void raw(std::array<std::uint8_t, Size>& bytes) {
        const std::string_view taken = take(Size);
        if (taken.size() == Size) std::copy(taken.begin(), taken.end(), bytes.begin());
    }
    // Well-formed UTF-8.
    void text(std::string& value, std::size_t bytes_max);
    void bytes(std::string& value, std::size_t bytes_max);
    template <typename T, typename Each>
    void list(std::vector<T>& items, std::size_t count_max, Each each) {
        const auto count = take_integer(0, static_cast<std::int64_t>(count_max));
        items.clear();
        for (std::int64_t i = 0; i < count && !failed(); ++i) each(*this, items.emplace_back());
    }
    // For what the values mean together.
    void must(bool holds, std::string_view what) {
        if (!holds) fail(what);
    }
    bool failed() const { return failed_; }
    bool whole() {
        must(rest_.empty(), "something after the end");
        return !failed_;
    }
    const std::string& fault() const { return fault_; }

private:
    std::string_view take(std::size_t count);
    std::int64_t take_integer(std::int64_t min, std::int64_t max);
    void fail(std::string_view what);

    std::string_view rest_;
    std::string fault_;
    bool failed_ = false;
};

// By the `describe` of T.
template <typename T>
std::string written(const T& thing) {
    WireWriter writer;
    T copy = thing;
    describe(writer, copy);
    return writer.take();
}

}  // namespace wenlan::sync
