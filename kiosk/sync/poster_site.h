// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <utility>
#include <vector>

#include "base/ports.h"
#include "base/result.h"
#include "sync/crypto/hash.h"
#include "sync/edition.h"
#include "sync/folder_transport.h"

namespace wenlan::sync {

// The posters that a programme names, and the folder in which they lie as HASH.jpg.
struct PostersToPublish {
    std::vector<Hash> needed = {};
    std::filesystem::path folder = {};
};

// The posters in the folder that is served. `use` is a file of the hub's own. One process at a
// time.
class PosterSite {
public:
    PosterSite(base::Disk& disk, std::filesystem::path site, std::filesystem::path use)
        : disk_(disk),
          folder_(site / "poster"),
          site_(disk, std::move(site)),
          use_(std::move(use)) {}

    // Puts there what is missing, durable; to be done before a manifest names it. One that is not
    // in its folder, or not what its name says, is left out: screens show its ground.
    base::Result<void> put(const PostersToPublish& posters);
    // Notes that this programme names them; to be done before its manifest is published.
    base::Result<void> note(const std::vector<Hash>& needed, const Edition& programme);
    // Removes what no programme from `oldest` on names.
    void collect(const Edition& oldest);

private:
    base::Disk& disk_;
    const std::filesystem::path folder_;
    FolderTransport site_;
    const std::filesystem::path use_;
};

}  // namespace wenlan::sync
