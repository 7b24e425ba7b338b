// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/series_table.h"

#include <string>

#include "store/hub/listing_json.h"
#include "store/listing_row.h"
#include "store/names.h"
#include "store/rows.h"

namespace wenlan::store {

namespace {

constexpr std::string_view columns =
    "SELECT id, listing_id, venue_id, first_wall, length_min, rule, ends_before, capacity, "
    "walk_in_places, signup_opens_before_min, signup_closes_before_min, laid_out_until "
    "FROM series ";

base::Error damaged(domain::SeriesId id) {
    return {"hub.bad-value", "The hub's data is damaged.", "series " + std::to_string(id.value)};
}

std::optional<int> optional_int(const sqlite::Statement& row, int column) {
    const auto value = row.optional_integer(column);
    if (!value) return std::nullopt;
    return static_cast<int>(*value);
}

std::optional<std::int64_t> wide(const std::optional<int>& value) {
    if (!value) return std::nullopt;
    return *value;
}

base::Result<LaidOutSeries> read_row(const sqlite::Statement& row) {
    LaidOutSeries laid;
    domain::Series& series = laid.series;
    series.id = {row.integer(0)};
    series.listing = {row.integer(1)};
    series.venue = {row.integer(2)};
    const auto first = parse_wall(row.text(3));
    const auto until = parse_date(row.text(11));
    if (!first || !until) return damaged(series.id);
    series.first = *first;
    series.length_min = static_cast<int>(row.integer(4));
    series.rule = row.text(5);
    if (!row.is_null(6)) {
        series.ends_before = parse_wall(row.text(6));
        if (!series.ends_before) return damaged(series.id);
    }
    series.capacity = static_cast<int>(row.integer(7));
    series.walk_in_places = static_cast<int>(row.integer(8));
    series.signup_opens_before_min = optional_int(row, 9);
    series.signup_closes_before_min = optional_int(row, 10);
    laid.until = *until;
    return laid;
}

base::Result<void> read_dates(sqlite::Database& database, domain::Series& series) {
    sqlite::Statement* const row = TRY(database.cached(
        "SELECT wall, how = 'extra' FROM series_date WHERE series_id = ? ORDER BY wall"));
    const sqlite::Rows rows(row);
    row->bind(1, series.id.value);
    while (TRY(row->step())) {
        const auto wall = parse_wall(row->text(0));
        if (!wall) return damaged(series.id);
        (row->integer(1) != 0 ? series.extra : series.excluded).push_back(*wall);
    }
    return {};
}

base::Result<void> read_changes(sqlite::Database& database, domain::Series& series) {
    sqlite::Statement* const row = TRY(
        database.cached("SELECT wall, start_ms, end_ms, venue_id, capacity, walk_in_places, state, "
                        "reason_zh, reason_en FROM series_change WHERE series_id = ? "
                        "ORDER BY wall"));
    const sqlite::Rows rows(row);
    row->bind(1, series.id.value);
    while (TRY(row->step())) {
        const auto wall = parse_wall(row->text(0));
        if (!wall) return damaged(series.id);
        domain::DateChange change;
        change.wall = *wall;
        change.start = from_ms(row->integer(1));
        change.end = from_ms(row->integer(2));
        change.venue = {row->integer(3)};
        change.capacity = static_cast<int>(row->integer(4));
        change.walk_in_places = static_cast<int>(row->integer(5));
        change.state = TRY(enum_value<domain::OccasionState>(*row, 6));
        change.reason = local_text(*row, 7);
        series.changes.push_back(std::move(change));
    }
    return {};
}

base::Result<std::vector<LaidOutSeries>> read_all(sqlite::Database& database,
                                                  sqlite::Statement& row) {
    std::vector<LaidOutSeries> found;
    {
        const sqlite::Rows rows(&row);
        while (TRY(row.step())) found.push_back(TRY(read_row(row)));
    }
    for (LaidOutSeries& laid : found) {
        TRY(read_dates(database, laid.series));
        TRY(read_changes(database, laid.series));
    }
    return found;
}

base::Result<domain::SeriesId> write_row(sqlite::Database& database, const domain::Series& series,
                                         base::CivilDate until) {
    sqlite::Statement* const write = TRY(database.cached(
        "INSERT INTO series (id, listing_id, venue_id, first_wall, length_min, rule, ends_before, "
        "capacity, walk_in_places, signup_opens_before_min, signup_closes_before_min, "
        "laid_out_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET venue_id = excluded.venue_id, "
        "first_wall = excluded.first_wall, length_min = excluded.length_min, "
        "rule = excluded.rule, ends_before = excluded.ends_before, capacity = excluded.capacity, "
        "walk_in_places = excluded.walk_in_places, "
        "signup_opens_before_min = excluded.signup_opens_before_min, "
        "signup_closes_before_min = excluded.signup_closes_before_min, "
        "laid_out_until = excluded.laid_out_until"));
    if (series.id) write->bind(1, series.id.value);
    write->bind(2, series.listing.value);
    write->bind(3, series.venue.value);
    write->bind(4, wall_text(series.first));
    write->bind(5, series.length_min);
    write->bind(6, series.rule);
    if (series.ends_before) write->bind(7, wall_text(*series.ends_before));
    write->bind(8, series.capacity);
    write->bind(9, series.walk_in_places);
    write->bind(10, wide(series.signup_opens_before_min));
    write->bind(11, wide(series.signup_closes_before_min));
    write->bind(12, to_text(until));
    TRY(write->run());
    return series.id ? series.id : domain::SeriesId{database.last_insert_id()};
}

base::Result<void> write_date(sqlite::Database& database, domain::SeriesId series,
                              const base::CivilTime& wall, std::string_view how) {
    sqlite::Statement* const add =
        TRY(database.cached("INSERT INTO series_date (series_id, wall, how) VALUES (?, ?, ?) "
                            "ON CONFLICT (series_id, wall) DO UPDATE SET how = excluded.how"));
    add->bind(1, series.value);
    add->bind(2, wall_text(wall));
    add->bind(3, how);
    return add->run();
}

}  // namespace

base::Result<std::optional<LaidOutSeries>> read_series(sqlite::Database& database,
                                                       domain::SeriesId id) {
    sqlite::Statement* const row =
        TRY(database.cached(std::string(columns) + "WHERE id = ? AND ended = 0"));
    row->bind(1, id.value);
    auto found = TRY(read_all(database, *row));
    if (found.empty()) return std::optional<LaidOutSeries>{};
    return std::optional(std::move(found.front()));
}

base::Result<std::vector<LaidOutSeries>> read_series_of(sqlite::Database& database,
                                                        domain::ListingId listing) {
    sqlite::Statement* const row = TRY(database.cached(
        std::string(columns) + "WHERE listing_id = ? AND ended = 0 ORDER BY first_wall"));
    row->bind(1, listing.value);
    return read_all(database, *row);
}

base::Result<std::vector<LaidOutSeries>> read_series_until(sqlite::Database& database,
                                                           base::CivilDate day) {
    sqlite::Statement* const row = TRY(database.cached(
        std::string(columns) + "WHERE laid_out_until < ? AND ended = 0 ORDER BY id"));
    row->bind(1, to_text(day));
    return read_all(database, *row);
}

base::Result<domain::SeriesId> write_series(sqlite::Database& database,
                                            const domain::Series& series, base::CivilDate until) {
    const domain::SeriesId id = TRY(write_row(database, series, until));
    for (const char* const table : {"series_date", "series_change"}) {
        sqlite::Statement* const clear =
            TRY(database.cached("DELETE FROM " + std::string(table) + " WHERE series_id = ?"));
        clear->bind(1, id.value);
        TRY(clear->run());
    }
    for (const base::CivilTime& wall : series.extra) {
        TRY(write_date(database, id, wall, "extra"));
    }
    for (const base::CivilTime& wall : series.excluded) TRY(exclude_date(database, id, wall));
    for (const domain::DateChange& change : series.changes) {
        TRY(write_change(database, id, change));
    }
    return id;
}

base::Result<void> exclude_date(sqlite::Database& database, domain::SeriesId series,
                                const base::CivilTime& wall) {
    return write_date(database, series, wall, "excluded");
}

base::Result<void> write_change(sqlite::Database& database, domain::SeriesId series,
                                const domain::DateChange& change) {
    sqlite::Statement* const write = TRY(database.cached(
        "INSERT OR REPLACE INTO series_change (series_id, wall, start_ms, end_ms, venue_id, "
        "capacity, walk_in_places, state, reason_zh, reason_en) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    write->bind(1, series.value);
    write->bind(2, wall_text(change.wall));
    write->bind(3, to_ms(change.start));
    write->bind(4, to_ms(change.end));
    write->bind(5, change.venue.value);
    write->bind(6, change.capacity);
    write->bind(7, change.walk_in_places);
    write->bind(8, name_of(change.state));
    write->bind(9, change.reason.zh);
    write->bind(10, change.reason.en);
    return write->run();
}

base::Result<void> mark_laid_out(sqlite::Database& database, domain::SeriesId series,
                                 base::CivilDate until) {
    sqlite::Statement* const mark =
        TRY(database.cached("UPDATE series SET laid_out_until = ? WHERE id = ?"));
    mark->bind(1, to_text(until));
    mark->bind(2, series.value);
    return mark->run();
}

}  // namespace wenlan::store
