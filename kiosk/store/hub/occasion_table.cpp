// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/occasion_table.h"

#include <algorithm>
#include <string>

#include "store/hub/listing_json.h"
#include "store/names.h"
#include "store/rows.h"

namespace wenlan::store {

namespace {

const std::string& select() {
    static const std::string text = "SELECT " + std::string(occasion_columns) +
                                    ", o.taken_elsewhere, o.series_id, o.series_wall "
                                    "FROM occasion o WHERE o.present = 1 ";
    return text;
}

base::Result<DatedOccasion> read_row(const sqlite::Statement& row) {
    DatedOccasion dated;
    dated.entry.occasion = TRY(read_occasion(row, 0));
    if (dated.entry.occasion.capacity > 0) {
        // Somebody may have made the room smaller since.
        const auto taken = static_cast<int>(row.integer(occasion_column_count));
        dated.entry.taken = std::min(taken, dated.entry.occasion.capacity);
    }
    if (const auto series = row.optional_integer(occasion_column_count + 1)) {
        dated.series = domain::SeriesId{*series};
        dated.wall = parse_wall(row.text(occasion_column_count + 2));
    }
    return dated;
}

void bind(sqlite::Statement& statement, const DatedOccasion& dated) {
    const domain::Occasion& o = dated.entry.occasion;
    statement.bind(1, o.listing.value);
    statement.bind(2, o.venue.value);
    statement.bind(3, to_ms(o.start));
    statement.bind(4, to_ms(o.end));
    statement.bind(5, o.capacity);
    statement.bind(6, o.walk_in_places);
    statement.bind(7, to_ms(o.signup_opens));
    statement.bind(8, to_ms(o.signup_closes));
    statement.bind(9, name_of(o.state));
    statement.bind(10, o.reason.zh);
    statement.bind(11, o.reason.en);
    statement.bind(12, dated.entry.taken);
    if (dated.series) {
        base::ensure(dated.wall.has_value(), "a date of a series has its place in it");
        statement.bind(13, dated.series->value);
        statement.bind(14, wall_text(*dated.wall));
    }
}

// One that was put aside can come back at the same time, as the same.
base::Result<std::optional<domain::OccasionId>> find_aside(sqlite::Database& database,
                                                           const DatedOccasion& wanted) {
    sqlite::Statement* const row =
        TRY(database.cached("SELECT id FROM occasion WHERE listing_id = ? AND start_ms = ? "
                            "AND present = 0 ORDER BY id DESC LIMIT 1"));
    const sqlite::Rows rows(row);
    row->bind(1, wanted.entry.occasion.listing.value);
    row->bind(2, to_ms(wanted.entry.occasion.start));
    if (!TRY(row->step())) return std::optional<domain::OccasionId>{};
    return std::optional(domain::OccasionId{row->integer(0)});
}

}  // namespace

base::Result<std::vector<ProgrammeOccasion>> read_all_occasions(sqlite::Database& database) {
    sqlite::Statement row = TRY(database.prepare(select() + "ORDER BY o.id"));
    std::vector<ProgrammeOccasion> occasions;
    while (TRY(row.step())) occasions.push_back(TRY(read_row(row)).entry);
    return occasions;
}

base::Result<std::vector<DatedOccasion>> read_dates_of(sqlite::Database& database,
                                                       domain::ListingId listing) {
    sqlite::Statement* const row =
        TRY(database.cached(select() + "AND o.listing_id = ? ORDER BY o.start_ms"));
    const sqlite::Rows rows(row);
    row->bind(1, listing.value);
    std::vector<DatedOccasion> dates;
    while (TRY(row->step())) dates.push_back(TRY(read_row(*row)));
    return dates;
}

base::Result<std::optional<DatedOccasion>> read_date(sqlite::Database& database,
                                                     domain::OccasionId id) {
    sqlite::Statement* const row = TRY(database.cached(select() + "AND o.id = ?"));
    const sqlite::Rows rows(row);
    row->bind(1, id.value);
    if (!TRY(row->step())) return std::optional<DatedOccasion>{};
    return std::optional(TRY(read_row(*row)));
}

bool same_occasion(const domain::Occasion& a, const domain::Occasion& b) {
    return a.venue == b.venue && a.start == b.start && a.end == b.end && a.capacity == b.capacity &&
           a.walk_in_places == b.walk_in_places && a.signup_opens == b.signup_opens &&
           a.signup_closes == b.signup_closes && a.state == b.state && a.reason == b.reason;
}

base::Result<domain::OccasionId> add_occasion(sqlite::Database& database,
                                              const DatedOccasion& wanted) {
    const domain::OccasionId given = wanted.entry.occasion.id;
    if (!given) {
        if (const auto aside = TRY(find_aside(database, wanted))) {
            DatedOccasion again = wanted;
            again.entry.occasion.id = *aside;
            TRY(change_occasion(database, again));
            return *aside;
        }
    }
    sqlite::Statement* const add = TRY(database.cached(
        "INSERT INTO occasion (listing_id, venue_id, start_ms, end_ms, capacity, walk_in_places, "
        "signup_opens_ms, signup_closes_ms, state, reason_zh, reason_en, taken_elsewhere, "
        "series_id, series_wall, id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ifnull(?, 0), ?, ?, ?)"));
    bind(*add, wanted);
    if (given) add->bind(15, given.value);
    TRY(add->run());
    return domain::OccasionId{database.last_insert_id()};
}

base::Result<void> change_occasion(sqlite::Database& database, const DatedOccasion& wanted) {
    sqlite::Statement* const change = TRY(database.cached(
        "UPDATE occasion SET listing_id = ?, venue_id = ?, start_ms = ?, end_ms = ?, "
        "capacity = ?, walk_in_places = ?, signup_opens_ms = ?, signup_closes_ms = ?, state = ?, "
        "reason_zh = ?, reason_en = ?, taken_elsewhere = ifnull(?, taken_elsewhere), "
        "series_id = ?, series_wall = ?, present = 1 WHERE id = ?"));
    bind(*change, wanted);
    change->bind(15, wanted.entry.occasion.id.value);
    return change->run();
}

base::Result<void> put_aside(sqlite::Database& database, domain::OccasionId id) {
    sqlite::Statement* const aside =
        TRY(database.cached("UPDATE occasion SET present = 0 WHERE id = ?"));
    aside->bind(1, id.value);
    return aside->run();
}

}  // namespace wenlan::store
