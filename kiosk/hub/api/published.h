// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/ports.h"
#include "hub/site/site_folder.h"
#include "sync/manifest.h"

namespace wenlan::hub {

// What is published, if it is whole and signed by this hub.
std::optional<sync::Manifest> published_manifest(base::Disk& disk, const SiteFolder& folder);

}  // namespace wenlan::hub
