// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/ports.h"
#include "base/result.h"
#include "store/data_folder.h"
#include "store/sqlite/database.h"

namespace wenlan::store {

// Whether a file can be a whole snapshot: what its header says of itself, and its length as the
// header and the checksum beside it have it. Reads the header alone. Without a checksum (a file
// that was put there by hand) there is nothing to compare with. Codes: snapshot.damaged, or the
// disk's.
//
// Gives the line of the checksum, for an Inspection.
base::Result<std::optional<std::string>> check_header(base::Disk& disk, const DataFolder& folder,
                                                      const std::string& name);

// Whether an opened snapshot is one of ours, of the newest schema, and has a centre, hours and
// something to show. Costs the same however much is in it. Codes: those of check_schema,
// snapshot.too-old, snapshot.damaged, snapshot.empty.
base::Result<void> check_surroundings(sqlite::Database& database);

// Everything that can be checked, at once: what is published must pass. The same codes.
base::Result<void> check_whole(base::Disk& disk, const DataFolder& folder, const std::string& name);

base::Error damaged(std::string detail);

}  // namespace wenlan::store
