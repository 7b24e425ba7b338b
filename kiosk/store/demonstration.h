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

// Fills an empty data folder: publication, factory snapshot and version 1 of the demonstration as
// it is laid out around the day of `now`. Over a publication that is there already, only the
// demonstration's own listings are laid out anew and published; what was added to it stays.
base::Result<Published> lay_out_demonstration(base::Disk& disk, const DataFolder& folder,
                                              const std::filesystem::path& demo, base::Instant now);

}  // namespace wenlan::store
