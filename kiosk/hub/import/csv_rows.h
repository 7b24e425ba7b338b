// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "hub/import/report.h"

namespace wenlan::hub {

struct CsvRow {
    int line = 0;  // of the file, where the row begins
    std::vector<std::string> cells;

    bool blank() const;
};

// Splits a table into rows. The separator (comma, tab, semicolon, full-width comma or bar) is the
// one that its first lines agree on; cells may be quoted and then hold separators, line ends and
// doubled quotes. A quote that is never closed spoils its own line only.
base::Result<std::vector<CsvRow>> read_csv_rows(std::string_view text, Report& report);

}  // namespace wenlan::hub
