// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "domain/listing.h"
#include "store/names.h"
#include "store/sqlite/statement.h"

namespace wenlan::store {

// How the domain's values lie in columns: instants as milliseconds, dates as YYYY-MM-DD, texts as a
// pair of columns, Chinese first.

inline std::int64_t to_ms(base::Instant instant) { return instant.time_since_epoch().count(); }
inline base::Instant from_ms(std::int64_t ms) { return base::Instant{base::Duration{ms}}; }
inline std::optional<std::int64_t> to_ms(const std::optional<base::Instant>& instant) {
    if (!instant) return std::nullopt;
    return to_ms(*instant);
}

std::string to_text(base::CivilDate date);
// None for what is not a date.
std::optional<base::CivilDate> parse_date(std::string_view text);

base::LocalText local_text(const sqlite::Statement& row, int column);
std::optional<base::Instant> optional_instant(const sqlite::Statement& row, int column);

template <typename Enum>
base::Result<Enum> enum_value(const sqlite::Statement& row, int column) {
    const std::string text = row.text(column);
    const std::optional<Enum> value = named<Enum>(text);
    if (!value) {
        return base::Error{"snapshot.bad-value", "The programme's file is damaged.",
                           "unknown word " + text};
    }
    return *value;
}

// Columns of a query in the order in which the readers below take them from `column` on.
inline constexpr std::string_view venue_columns =
    "v.id, v.key, v.name_zh, v.name_en, v.short_name_zh, v.short_name_en, v.floor_zh, v.floor_en, "
    "v.directions_zh, v.directions_en, v.storey";
inline constexpr int venue_column_count = 11;
domain::Venue read_venue(const sqlite::Statement& row, int column);

inline constexpr std::string_view tag_columns =
    "t.key, t.name_zh, t.name_en, t.section, t.filter_order";
inline constexpr int tag_column_count = 5;
base::Result<domain::Tag> read_tag(const sqlite::Statement& row, int column);

inline constexpr std::string_view occasion_columns =
    "o.id, o.listing_id, o.venue_id, o.start_ms, o.end_ms, o.capacity, o.walk_in_places, "
    "o.signup_opens_ms, o.signup_closes_ms, o.state, o.reason_zh, o.reason_en";
inline constexpr int occasion_column_count = 12;
base::Result<domain::Occasion> read_occasion(const sqlite::Statement& row, int column);

inline constexpr std::string_view listing_columns =
    "l.id, l.key, l.kind, l.section, l.title_zh, l.title_en, l.short_title_zh, l.short_title_en, "
    "l.full_title_zh, l.full_title_en, l.subtitle_zh, l.subtitle_en, l.body_zh, l.body_en, "
    "l.organiser_zh, l.organiser_en, l.audience_zh, l.audience_en, l.seating_zh, l.seating_en, "
    "l.poster, l.focus_x, l.focus_y, l.joining, l.feature, l.feature_badge_zh, l.feature_badge_en, "
    "l.feature_line_zh, l.feature_line_en, l.shown_from_ms, l.shown_until_ms, l.deadline_ms, "
    "l.needs_zh, l.needs_en, l.answered, l.form_version";
inline constexpr int listing_column_count = 36;
// Without its tags and parts.
base::Result<domain::Listing> read_listing(const sqlite::Statement& row, int column);

}  // namespace wenlan::store
