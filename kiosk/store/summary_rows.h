// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/sqlite/statement.h"
#include "store/summaries.h"

namespace wenlan::store {

// The columns of a summary, of listing `l` and its type `t`, in the order in which read_summary
// takes them.
const std::string& summary_select();
base::Result<ListingSummary> read_summary(const sqlite::Statement& row, int column);
inline constexpr int summary_width = 24;

inline constexpr std::string_view type_join =
    "LEFT JOIN listing_tag lt ON lt.listing_id = l.id AND lt.place = 0 "
    "LEFT JOIN tag t ON t.id = lt.tag_id ";

// Of listing `l` at the time ?1.
inline constexpr std::string_view shown_now =
    "(l.shown_from_ms IS NULL OR l.shown_from_ms <= ?1) "
    "AND (l.shown_until_ms IS NULL OR l.shown_until_ms > ?1) ";

// SELECT and FROM of an OccasionSummary, from occasion `o`.
const std::string& occasion_select();
base::Result<OccasionSummary> read_occasion_summary(const sqlite::Statement& row);

std::string joined(std::initializer_list<std::string_view> parts);

}  // namespace wenlan::store
