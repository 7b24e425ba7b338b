// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <utility>

#include "base/result.h"

namespace wenlan::app {

// Held by whoever publishes or edits in a hub's data folder, one process at a time. Taking it waits
// for the others. It goes with the process, however that ends.
class HubLock {
public:
    static base::Result<HubLock> take(const std::filesystem::path& data);
    HubLock(HubLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    HubLock& operator=(HubLock&&) = delete;
    ~HubLock();

private:
    explicit HubLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

}  // namespace wenlan::app
