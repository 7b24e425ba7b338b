// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "base/ports.h"
#include "base/result.h"
#include "sync/manifest.h"

namespace wenlan::sync {

// One version that was published.
struct Release {
    Edition edition;
    Hash manifest;
    Content database;
    Content snap;
    base::Instant issued{};

    bool operator==(const Release&) const = default;
};

// The last ones, oldest first: patches are made from them. A file of the hub's own.
base::Result<std::vector<Release>> read_releases(base::Disk& disk,
                                                 const std::filesystem::path& path);
base::Result<void> write_releases(base::Disk& disk, const std::filesystem::path& path,
                                  const std::vector<Release>& releases);

}  // namespace wenlan::sync
