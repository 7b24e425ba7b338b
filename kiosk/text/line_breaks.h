// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "text/shaper.h"

namespace wenlan::text {

// How badly a line's end is wanted elsewhere than before a cluster. Only a line in which nothing
// better fits takes a worse one.
enum class Cut : std::uint8_t {
    free,       // as UAX #14 allows
    in_range,   // 19:00–|21:10, 11月|22日
    at_unit,    // 80|元
    in_word,    // an overlong word
    in_number,  // an overlong number
    forbidden,  // kinsoku, or before a space
};
inline constexpr int cut_count = 6;

// What may happen before a cluster.
struct Boundary {
    Cut cut = Cut::in_word;
    bool kept_whole =
        false;  // within a number, a range, or between number and unit: no ellipsis here
};

// One for each cluster; the first's is meaningless. `begins`: the characters where clusters begin;
// `allowed`: UAX #14, for each character.
std::vector<Boundary> boundaries(std::span<const Cluster> clusters,
                                 std::span<const std::uint32_t> begins,
                                 std::span<const std::uint8_t> allowed);

}  // namespace wenlan::text
