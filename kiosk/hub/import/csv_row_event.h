// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "hub/import/csv_columns.h"
#include "hub/import/event.h"
#include "hub/import/when.h"

namespace wenlan::hub {

// One row as an event. None: it cannot or should not be taken; the report says why.
std::optional<ImportedEvent> read_csv_row(const CsvRow& row, const Columns& columns,
                                          const WhenFrame& when_frame, const ImportFrame& frame,
                                          Report& report);

}  // namespace wenlan::hub
