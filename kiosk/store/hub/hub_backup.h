// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/ports.h"
#include "base/result.h"
#include "base/time.h"
#include "store/hub/hub_database.h"

namespace wenlan::store {

// Writes a copy of the hub's database, while it is in use, as one file that is whole: it is
// checked, and on the disk, before it has its name. What lay there under that name is replaced.
// Keys and posters are not in it.
base::Result<void> back_up(HubDatabase& hub, base::Disk& disk, const std::filesystem::path& file);

// Makes a backup the hub's database. One that is damaged, tampered with, or of a newer program is
// refused, and so is doing it while somebody else has the database open ("hub.in-use"). What was
// there stays beside it under the name that is given back; none: nothing was there.
base::Result<std::filesystem::path> restore(base::Disk& disk, const std::filesystem::path& data,
                                            const std::filesystem::path& file, base::Instant now);

}  // namespace wenlan::store
