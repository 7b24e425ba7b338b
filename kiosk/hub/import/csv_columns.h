// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/import/csv_rows.h"

namespace wenlan::hub {

enum class Column : std::uint8_t {
    id,
    title,
    title_en,
    subtitle,
    date,
    end_date,
    time,
    start,
    end,
    all_day,
    venue,
    venue_en,
    capacity,
    description,
    description_en,
    kind,
    tags,
    organiser,
    audience,
    join,
    status,
    is_private,
};
inline constexpr std::size_t column_count = 22;

// Which cell of a row holds what.
struct Columns {
    std::array<std::optional<std::size_t>, column_count> place;
    std::vector<std::string> unknown;  // headings that mean nothing here

    bool has(Column column) const { return place[static_cast<std::size_t>(column)].has_value(); }
    // Empty where the row has no such cell.
    std::string_view cell(const CsvRow& row, Column column) const;
};

// Understands a heading row in Chinese or English. None: this is no heading row, it lacks a title
// or any time.
std::optional<Columns> read_columns(const CsvRow& row);

// For --help: "title 标题 名称 ...", a line a column.
std::string columns_help();

}  // namespace wenlan::hub
