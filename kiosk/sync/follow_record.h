// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/ports.h"
#include "base/result.h"
#include "store/data_folder.h"
#include "sync/manifest.h"

namespace wenlan::sync {

// Where a kiosk keeps what it knows of its centre, beside the snapshots.
struct FollowFolder {
    std::filesystem::path root;

    explicit FollowFolder(const store::DataFolder& data) : root(data.root / "sync") {}
    std::filesystem::path trusted_root() const { return root / "root"; }
    std::filesystem::path record() const { return root / "record"; }
    std::filesystem::path part(const Hash& object) const { return parts() / object.hex(); }
    std::filesystem::path parts() const { return root / "part"; }
    std::filesystem::path poster_part(const Hash& poster) const {
        return poster_parts() / poster.hex();
    }
    std::filesystem::path poster_parts() const { return root / "poster-part"; }
};

// The highest programme that this kiosk has seen signed: it takes none below, and no other in its
// place.
struct FollowRecord {
    Edition edition;
    Hash manifest;
    base::Instant issued{};
    base::Instant expires{};

    bool operator==(const FollowRecord&) const = default;
};

FollowRecord record_of(const SignedManifest& manifest);
// None: there is no record yet. "follow.bad-record" where it is damaged.
base::Result<std::optional<FollowRecord>> read_record(base::Disk& disk, const FollowFolder& folder);
base::Result<void> write_record(base::Disk& disk, const FollowFolder& folder,
                                const FollowRecord& record);

}  // namespace wenlan::sync
