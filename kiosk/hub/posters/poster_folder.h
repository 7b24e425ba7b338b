// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "base/ports.h"
#include "base/result.h"
#include "hub/posters/accept_poster.h"
#include "store/data_folder.h"

namespace wenlan::hub {

// The posters that a hub has accepted, published or not, beside its programme. Screens that use
// the same folder find them there.
class PosterFolder {
public:
    PosterFolder(base::Disk& disk, store::DataFolder folder)
        : disk_(disk), folder_(std::move(folder)) {}

    // The picture and its thumbnail, durable. The same picture again is no second one.
    base::Result<void> keep(const PosterObject& poster);
    bool has(std::string_view name) const { return disk_.exists(folder_.poster(name)); }
    std::filesystem::path thumbnail(std::string_view name) const {
        return folder_.poster(std::string(name) + "-small");
    }

private:
    base::Disk& disk_;
    store::DataFolder folder_;
};

}  // namespace wenlan::hub
