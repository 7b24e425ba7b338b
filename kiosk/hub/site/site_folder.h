// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "store/data_folder.h"

namespace wenlan::hub {

// Where a hub keeps what it publishes, and the keys by which it does, in its data folder.
struct SiteFolder {
    std::filesystem::path root;

    explicit SiteFolder(const store::DataFolder& data) : root(data.root) {}
    std::filesystem::path served() const { return root / "site"; }
    std::filesystem::path keys() const { return root / "keys"; }
    std::filesystem::path releases() const { return root / "releases"; }
};

}  // namespace wenlan::hub
