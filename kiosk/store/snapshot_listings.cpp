// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>

#include "store/rows.h"
#include "store/snapshot.h"
#include "store/summary_rows.h"

namespace wenlan::store {

namespace {

// Listings of a kind and section that are shown at ?1. By the index, so that those that are no
// longer shown are not walked through.
constexpr std::string_view of_kind =
    "l.id IN (SELECT id FROM listing WHERE kind = ?2 AND section = ?3 AND shown_until_ms IS NULL "
    "UNION ALL SELECT id FROM listing WHERE kind = ?2 AND section = ?3 AND shown_until_ms > ?1) "
    "AND (l.shown_from_ms IS NULL OR l.shown_from_ms <= ?1) ";

std::string conditions(const ListingQuery& query) {
    std::string text(of_kind);
    if (query.with_items_only) {
        text += "AND EXISTS (SELECT 1 FROM item i WHERE i.listing_id = l.id) ";
    }
    return text;
}

void bind(sqlite::Statement& statement, const ListingQuery& query) {
    statement.bind(1, to_ms(query.now));
    statement.bind(2, name_of(query.kind));
    statement.bind(3, name_of(query.section));
}

// A call is not put forward half a year before it ends.
constexpr std::chrono::hours far_ahead{24 * 184};

base::Result<domain::ListingId> first_id(sqlite::Statement& row) {
    if (!TRY(row.step())) return domain::ListingId{};
    return domain::ListingId{row.integer(0)};
}

}  // namespace

base::Result<std::vector<ListingSummary>> Snapshot::listings(const ListingQuery& query) const {
    sqlite::Statement* const row = TRY(database_.cached(joined(
        {"SELECT ", summary_select(), " FROM listing l ", type_join, "WHERE ", conditions(query),
         "ORDER BY ", query.newest_first ? "l.shown_from_ms DESC, l.id " : "l.id ",
         "LIMIT ?4 OFFSET ?5"})));
    const sqlite::Rows rows(row);
    bind(*row, query);
    row->bind(4, query.count_max);
    row->bind(5, query.first);
    std::vector<ListingSummary> found;
    while (TRY(row->step())) found.push_back(TRY(read_summary(*row, 0)));
    return found;
}

base::Result<int> Snapshot::count(const ListingQuery& query) const {
    sqlite::Statement* const row =
        TRY(database_.cached(joined({"SELECT count(*) FROM listing l WHERE ", conditions(query)})));
    const sqlite::Rows rows(row);
    bind(*row, query);
    if (!TRY(row->step())) return 0;
    return static_cast<int>(row->integer(0));
}

base::Result<std::vector<domain::Listing>> Snapshot::calls_put_forward(base::Instant now,
                                                                       int count_max) const {
    std::vector<domain::ListingId> ids;
    {
        sqlite::Statement* const row = TRY(database_.cached(
            joined({"SELECT l.id FROM listing l INDEXED BY listing_by_deadline "
                    "WHERE l.feature <> 'none' AND l.deadline_ms IS NOT NULL "
                    "AND l.deadline_ms BETWEEN ?1 AND ?3 AND l.feature <> 'attract' AND ",
                    shown_now, "ORDER BY l.deadline_ms, l.id LIMIT ?2"})));
        const sqlite::Rows rows(row);
        row->bind(1, to_ms(now));
        row->bind(2, count_max);
        row->bind(3, to_ms(now + far_ahead));
        while (TRY(row->step())) ids.push_back({row->integer(0)});
    }
    std::vector<domain::Listing> calls;
    for (const domain::ListingId id : ids) {
        if (auto call = TRY(listing(id))) calls.push_back(std::move(*call));
    }
    return calls;
}

base::Result<domain::ListingId> Snapshot::challenge(base::CivilDate today,
                                                    base::Instant now) const {
    constexpr int days_ahead_max = 366;
    sqlite::Statement* const row = TRY(database_.cached(
        joined({"SELECT l.id FROM challenge c JOIN listing l ON l.id = c.listing_id "
                "WHERE c.last_day BETWEEN ?2 AND ?3 AND ",
                shown_now, "ORDER BY c.first_day > ?2, c.first_day, l.id LIMIT 1"})));
    const sqlite::Rows rows(row);
    row->bind(1, to_ms(now));
    row->bind(2, to_text(today));
    row->bind(3, to_text(today.plus_days(days_ahead_max)));
    return first_id(*row);
}

base::Result<domain::ListingId> Snapshot::survey_result(base::Instant now) const {
    // One that is shown without an end has no questions left, or the page would ask them.
    sqlite::Statement* const row = TRY(database_.cached(
        "SELECT l.id FROM listing l INDEXED BY listing_by_kind "
        "WHERE l.kind = 'survey' AND l.section = 'neighbourhood' "
        "AND (l.shown_from_ms IS NULL OR l.shown_from_ms <= ?1) "
        "AND EXISTS (SELECT 1 FROM item i WHERE i.listing_id = l.id AND i.percent > 0) "
        "ORDER BY l.shown_until_ms DESC, l.id DESC LIMIT 1"));
    const sqlite::Rows rows(row);
    row->bind(1, to_ms(now));
    return first_id(*row);
}

base::Result<std::vector<domain::Venue>> Snapshot::rooms() const {
    sqlite::Statement* const row = TRY(database_.cached(joined(
        {"SELECT ", venue_columns, " FROM venue v WHERE v.storey > 0 ORDER BY v.storey, v.id"})));
    const sqlite::Rows rows(row);
    std::vector<domain::Venue> venues;
    while (TRY(row->step())) venues.push_back(read_venue(*row, 0));
    return venues;
}

base::Result<std::optional<domain::Venue>> Snapshot::venue(domain::VenueId id) const {
    sqlite::Statement* const row =
        TRY(database_.cached(joined({"SELECT ", venue_columns, " FROM venue v WHERE v.id = ?1"})));
    const sqlite::Rows rows(row);
    row->bind(1, id.value);
    if (!TRY(row->step())) return std::optional<domain::Venue>{};
    return std::optional{read_venue(*row, 0)};
}

}  // namespace wenlan::store
