// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/api/published.h"

#include "sync/centre_keys.h"

namespace wenlan::hub {

std::optional<sync::Manifest> published_manifest(base::Disk& disk, const SiteFolder& folder) {
    const auto keys = sync::CentreKeys::load(disk, folder.keys());
    if (!keys) return std::nullopt;
    const auto file = disk.read(folder.served() / "manifest", sync::manifest_bytes_max);
    if (!file) return std::nullopt;
    const auto manifest = sync::read_manifest(file.value(), keys.value().root());
    if (!manifest) return std::nullopt;
    return manifest.value().manifest;
}

}  // namespace wenlan::hub
