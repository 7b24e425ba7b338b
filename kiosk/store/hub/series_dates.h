// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/result.h"
#include "store/hub/hub_dates.h"
#include "store/sqlite/database.h"

namespace wenlan::store {

// What becomes of a date that would begin with another one of its listing.
enum class Clashing { refused, left_out };

// Makes the occasions of a series from `dates.from` on those of `dates`, inside the caller's
// transaction. An occasion keeps its id where the series still has it, or has another on that day.
// Those of the series `taken_over` become this one's. True: something has changed.
base::Result<bool> lay_out(sqlite::Database& database, const domain::Series& series,
                           const SeriesDates& dates, std::optional<domain::SeriesId> taken_over,
                           Clashing clashing);

}  // namespace wenlan::store
