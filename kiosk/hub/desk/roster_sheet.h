// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "hub/desk/roster_book.h"

namespace wenlan::hub::desk {

// A table that leaves the hub. Its first row is the heading.
using Sheet = std::vector<std::vector<std::string>>;

enum class Phones { left_out, whole };
Sheet sheet_of(const std::vector<RosterEntry>& roster, Phones phones);

// With a mark by which spreadsheets know UTF-8; what one would take for a formula is made harmless.
std::string csv_of(const Sheet& sheet);
// A workbook of one sheet, of texts alone: nothing in it is ever calculated. "roster.no-workbook"
base::Result<std::string> xlsx_of(const Sheet& sheet);

}  // namespace wenlan::hub::desk
