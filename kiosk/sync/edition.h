// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "store/data_folder.h"

namespace wenlan::sync {

// Which programme: the epoch, which the root file alone can raise, then the version. Versions begin
// again in a new epoch: that is how a centre recovers when a thief of its key has used up the
// numbers.
struct Edition {
    std::int64_t epoch = 1;
    std::int64_t version = 0;
    auto operator<=>(const Edition&) const = default;

    static constexpr std::int64_t version_max = 999'999'999;
    static constexpr std::int64_t epoch_max = 900'000;
    static_assert(version_max + 1 == store::followed_from);

    // One number of at most 15 digits in the same order, by which a kiosk's files are named. All
    // are above the small numbers by which a kiosk without a hub names its own.
    std::int64_t number() const { return epoch * (version_max + 1) + version; }
    static Edition of_number(std::int64_t number) {
        return {number / (version_max + 1), number % (version_max + 1)};
    }
    std::string name() const { return std::to_string(number()); }
};

}  // namespace wenlan::sync
