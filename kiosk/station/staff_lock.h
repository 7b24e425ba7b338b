// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "base/ports.h"
#include "base/result.h"

namespace wenlan::station {

// Counts wrong codes: after five of them nobody is let try for ten minutes. Kept on the disk, so
// that a restart forgives nothing. One thread.
class StaffLock {
public:
    static constexpr int tries_max = 5;
    static constexpr base::Duration locked_for = std::chrono::minutes{10};

    StaffLock(base::Disk& disk, std::filesystem::path file);

    // How long it is still locked; none: it is not.
    std::optional<base::Duration> locked(base::Instant now);
    int tries_left(base::Instant now);
    // A code is about to be looked at: it counts as wrong, durably, until it was right. An error:
    // nothing can be kept, and so no code may be looked at.
    base::Result<void> try_one(base::Instant now);
    void opened();

private:
    base::Result<void> keep();

    base::Disk& disk_;
    std::filesystem::path file_;
    int wrong_ = 0;
    base::Instant last_{};  // when the last was tried
};

}  // namespace wenlan::station
