// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/ports.h"
#include "base/result.h"
#include "base/time.h"
#include "store/data_folder.h"
#include "store/programme.h"
#include "store/publish.h"

namespace wenlan::store {

// Reads the demonstration programme (*.toml in `demo`) and lays it out around `today` in the
// centre's zone. The files are checked strictly: an unknown key or name, a missing text or a wrong
// time is an error that names the file, the entry and the key.
base::Result<Programme> load_demonstration(base::Disk& disk, const std::filesystem::path& demo,
                                           base::CivilDate today);

// The same around the day of `now`.
base::Result<Programme> load_demonstration_for(base::Disk& disk, const std::filesystem::path& demo,
                                               base::Instant now);

// Puts the demonstration, laid out around the day of `now`, into the publication and publishes it,
// and makes the factory snapshot where there is none. Listings that staff or an import added stay.
base::Result<Published> lay_out_demonstration(base::Disk& disk, const DataFolder& folder,
                                              const std::filesystem::path& demo, base::Instant now);

// Makes the factory snapshot anew from the demonstration's files alone, whatever has become of the
// publication.
base::Result<void> rebuild_factory(base::Disk& disk, const DataFolder& folder,
                                   const std::filesystem::path& demo, base::Instant now);

}  // namespace wenlan::store
