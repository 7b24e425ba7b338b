// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/ports.h"
#include "base/result.h"
#include "store/data_folder.h"
#include "store/sqlite/database.h"

namespace wenlan::store {

// Compares a snapshot's file with the checksum written beside it. Without one (a file that was put
// there by hand) only its length is known to be no more than allowed. Codes: snapshot.damaged, or
// the disk's.
base::Result<void> check_bytes(base::Disk& disk, const DataFolder& folder, const std::string& name);

// Whether an opened snapshot can be shown: its schema, SQLite's own checks, references, and that
// there is a centre and something to show. Codes: those of check_schema, snapshot.damaged,
// snapshot.empty.
base::Result<void> check_content(sqlite::Database& database);

}  // namespace wenlan::store
