// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

struct sqlite3;

namespace wenlan::store::sqlite {

// The error for a result code of SQLite; `database` may be null.
base::Error failure(int code, sqlite3* database);

}  // namespace wenlan::store::sqlite
