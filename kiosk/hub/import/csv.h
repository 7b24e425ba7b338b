// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/result.h"
#include "hub/import/event.h"

namespace wenlan::hub {

// Reads a table (CSV, TSV) whose first rows hold a heading row in Chinese or English. Rows with the
// same number, or without numbers the same title, are dates of one event. An error means that the
// file as a whole is none that can be taken.
base::Result<ParsedFile> parse_csv(std::string_view bytes, const ImportFrame& frame);

}  // namespace wenlan::hub
