// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows.h"
#include "store/snapshot.h"
#include "store/summary_rows.h"

namespace wenlan::store {

namespace {

// What is said of a query after an occasion's own times, with parameters ?1 to ?8 at the most. A
// filter that is not asked for is left out, so that each form gets its own plan.
std::string filters(const OccasionQuery& query) {
    std::string text = "AND ";
    text += shown_now;
    if (query.listing) text += "AND o.listing_id = ?5 ";
    if (query.kind) text += "AND o.kind = ?8 ";
    if (!query.kind && !query.listing) text += "AND o.kind <> 'service' ";
    if (query.put_forward) text += "AND o.put_forward = 1 ";
    // By the tag's id, looked up once: a join by key would be made again for every occasion.
    if (!query.tag_key.empty()) {
        text +=
            "AND EXISTS (SELECT 1 FROM listing_tag f WHERE f.listing_id = o.listing_id "
            "AND f.tag_id = (SELECT id FROM tag WHERE key = ?6)) ";
    }
    if (!query.type_key.empty()) {
        text +=
            "AND (SELECT lt.tag_id FROM listing_tag lt WHERE lt.listing_id = o.listing_id "
            "AND lt.place = 0) = (SELECT id FROM tag WHERE key = ?7) ";
    }
    return text;
}

// The index along which the starts are walked: the narrowest for what is asked.
std::string_view walked(const OccasionQuery& query) {
    if (query.listing) return "";
    if (query.put_forward) return "INDEXED BY occasion_put_forward ";
    if (query.kind) return "INDEXED BY occasion_by_kind ";
    return "INDEXED BY occasion_by_start ";
}

// A day or less is found by its start; what lasts longer, which is little, by its end. So an
// exhibition of half a year does not make every day's query walk through that half year.
std::string selected(const OccasionQuery& query, std::string_view columns) {
    const std::string join = "CROSS JOIN listing l ON l.id = o.listing_id ";
    std::string text = joined({"SELECT ", columns, " FROM occasion o ", walked(query), join});
    if (query.starting_only) {
        return text + "WHERE o.start_ms >= ?2 AND o.start_ms < ?3 AND o.end_ms > ?2 " +
               filters(query);
    }
    text += "WHERE o.start_ms >= ?4 AND o.start_ms < ?3 AND o.end_ms > ?2 ";
    text += "AND o.end_ms - o.start_ms <= 86400000 " + filters(query);
    const std::string_view by_end =
        query.listing ? "INDEXED BY occasion_of_days_by_listing " : "INDEXED BY occasion_of_days ";
    text += joined({"UNION ALL SELECT ", columns, " FROM occasion o ", by_end, join});
    text += "WHERE o.end_ms > ?2 AND o.start_ms < ?3 AND o.end_ms - o.start_ms > 86400000 ";
    return text + filters(query);
}

void bind(sqlite::Statement& statement, const OccasionQuery& query) {
    constexpr std::chrono::hours day{24};
    statement.bind(1, to_ms(query.now));
    statement.bind(2, to_ms(query.from));
    statement.bind(3, to_ms(query.to));
    if (!query.starting_only) statement.bind(4, to_ms(query.from - day));
    if (query.listing) statement.bind(5, query.listing.value);
    if (!query.tag_key.empty()) statement.bind(6, query.tag_key);
    if (!query.type_key.empty()) statement.bind(7, query.type_key);
    if (query.kind) statement.bind(8, name_of(*query.kind));
}

constexpr std::string_view time_columns = "o.start_ms, o.id, o.end_ms, o.state, l.section";

base::Result<OccasionTime> read_time(const sqlite::Statement& row) {
    OccasionTime time;
    time.id = {row.integer(1)};
    time.start = from_ms(row.integer(0));
    time.end = from_ms(row.integer(2));
    time.state = TRY(enum_value<domain::OccasionState>(row, 3));
    time.section = TRY(enum_value<domain::Section>(row, 4));
    return time;
}

}  // namespace

base::Result<void> Snapshot::each_time(const OccasionQuery& query,
                                       const std::function<bool(const OccasionTime&)>& take) const {
    // Both halves come in this order, so that nothing is read beyond what is taken.
    sqlite::Statement* const row =
        TRY(database_.cached(joined({selected(query, time_columns), "ORDER BY o.start_ms, o.id"})));
    const sqlite::Rows rows(row);
    bind(*row, query);
    while (TRY(row->step())) {
        if (!take(TRY(read_time(*row)))) break;
    }
    return {};
}

base::Result<void> Snapshot::each_occasion(const OccasionQuery& query,
                                           const std::function<bool(OccasionSummary)>& take) const {
    sqlite::Statement* const row = TRY(database_.cached(
        joined({selected(query, "o.start_ms, o.id"), "ORDER BY o.start_ms, o.id"})));
    const sqlite::Rows rows(row);
    bind(*row, query);
    while (TRY(row->step())) {
        auto found = TRY(occasion({row->integer(1)}));
        if (!found || !take(std::move(*found))) break;
    }
    return {};
}

base::Result<std::optional<OccasionSummary>> Snapshot::occasion(domain::OccasionId id) const {
    sqlite::Statement* const row =
        TRY(database_.cached(joined({occasion_select(), "WHERE o.id = ?1"})));
    const sqlite::Rows rows(row);
    row->bind(1, id.value);
    if (!TRY(row->step())) return std::optional<OccasionSummary>{};
    return std::optional{TRY(read_occasion_summary(*row))};
}

base::Result<std::optional<OccasionSummary>> Snapshot::next_occasion(domain::ListingId listing,
                                                                     base::Instant now) const {
    // Those still to come first, soonest first; then the past ones, latest first. A day or less is
    // found by its start, what lasts longer by its end, so that no past is walked through.
    sqlite::Statement* const row = TRY(database_.cached(
        "SELECT id FROM (SELECT * FROM (SELECT id, 0 AS rank, start_ms AS place FROM occasion "
        "WHERE listing_id = ?1 AND start_ms > ?2 - 86400000 AND end_ms > ?2 "
        "ORDER BY start_ms LIMIT 1) UNION ALL "
        "SELECT * FROM (SELECT id, 0, start_ms FROM occasion "
        "INDEXED BY occasion_of_days_by_listing "
        "WHERE listing_id = ?1 AND end_ms > ?2 AND end_ms - start_ms > 86400000 "
        "ORDER BY start_ms LIMIT 1) UNION ALL "
        "SELECT * FROM (SELECT id, 1, -start_ms FROM occasion WHERE listing_id = ?1 "
        "ORDER BY start_ms DESC LIMIT 1)) ORDER BY rank, place LIMIT 1"));
    domain::OccasionId found;
    {
        const sqlite::Rows rows(row);
        row->bind(1, listing.value);
        row->bind(2, to_ms(now));
        if (TRY(row->step())) found = {row->integer(0)};
    }
    if (!found) return std::optional<OccasionSummary>{};
    return occasion(found);
}

base::Result<std::vector<OccasionTime>> Snapshot::times_of(domain::ListingId listing,
                                                           base::Instant from,
                                                           base::Instant to) const {
    sqlite::Statement* const row = TRY(
        database_.cached(joined({"SELECT ", time_columns,
                                 " FROM occasion o JOIN listing l ON l.id = o.listing_id "
                                 "WHERE o.listing_id = ?1 AND o.start_ms >= ?2 AND o.start_ms < ?3 "
                                 "ORDER BY o.start_ms"})));
    const sqlite::Rows rows(row);
    row->bind(1, listing.value);
    row->bind(2, to_ms(from));
    row->bind(3, to_ms(to));
    std::vector<OccasionTime> times;
    while (TRY(row->step())) times.push_back(TRY(read_time(*row)));
    return times;
}

base::Result<std::vector<domain::Tag>> Snapshot::filter_tags(const OccasionQuery& query) const {
    sqlite::Statement* const row = TRY(database_.cached(
        joined({"SELECT ", tag_columns,
                " FROM tag t WHERE t.filter_order > 0 AND t.id IN (SELECT f.tag_id FROM (",
                selected(query, "o.listing_id AS listing_id"),
                ") w CROSS JOIN listing_tag f ON f.listing_id = w.listing_id) "
                "ORDER BY t.filter_order, t.id"})));
    const sqlite::Rows rows(row);
    bind(*row, query);
    std::vector<domain::Tag> tags;
    while (TRY(row->step())) tags.push_back(TRY(read_tag(*row, 0)));
    return tags;
}

}  // namespace wenlan::store
