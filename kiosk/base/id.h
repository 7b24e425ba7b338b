// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace wenlan::base {

// A database id that cannot be mixed up with another table's. Zero means "none".
template <typename Tag>
struct Id {
    std::int64_t value = 0;

    explicit operator bool() const { return value != 0; }
    auto operator<=>(const Id&) const = default;
};

}  // namespace wenlan::base

template <typename Tag>
struct std::hash<wenlan::base::Id<Tag>> {
    std::size_t operator()(wenlan::base::Id<Tag> id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
