// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/snapshot.h"

#include <utility>

#include "base/log.h"
#include "store/listing_parts.h"
#include "store/programme_reader.h"
#include "store/rows.h"
#include "store/snapshot_check.h"
#include "store/summary_rows.h"

namespace wenlan::store {

namespace {

// What is said of a query after the FROM, with parameters ?1 to ?7 at the most. A filter that is
// not asked for is left out, so that each form gets its own plan.
std::string conditions(const OccasionQuery& query) {
    std::string text = "WHERE o.start_ms >= ?2 AND o.start_ms < ?3 AND o.end_ms > ?4 AND ";
    text += shown_now;
    if (query.listing) text += "AND o.listing_id = ?5 ";
    // By the tag's id, looked up once: a join by key would be made again for every occasion.
    if (!query.tag_key.empty()) {
        text +=
            "AND EXISTS (SELECT 1 FROM listing_tag f WHERE f.listing_id = o.listing_id "
            "AND f.tag_id = (SELECT id FROM tag WHERE key = ?6)) ";
    }
    // The plus keeps the walk along the starts: by the tag's index all would have to be sorted
    // first.
    if (!query.type_key.empty()) text += "AND +lt.tag_id = (SELECT id FROM tag WHERE key = ?7) ";
    return text;
}

void bind(sqlite::Statement& statement, const OccasionQuery& query, base::Duration longest) {
    statement.bind(1, to_ms(query.now));
    statement.bind(2, to_ms(query.starting_only ? query.from : query.from - longest));
    statement.bind(3, to_ms(query.to));
    statement.bind(4, to_ms(query.from));
    if (query.listing) statement.bind(5, query.listing.value);
    if (!query.tag_key.empty()) statement.bind(6, query.tag_key);
    if (!query.type_key.empty()) statement.bind(7, query.type_key);
}

SeatCounts read_seats(base::Disk& disk, const DataFolder& folder, const std::string& name) {
    constexpr std::size_t seats_bytes_max = 16 << 20;
    const auto bytes = disk.read(folder.seats(name), seats_bytes_max);
    if (!bytes) {
        base::log::warning("seats of the programme " + name, bytes.error());
        return {};
    }
    auto counts = parse_seat_counts(bytes.value());
    if (!counts) {
        base::log::warning("seats of the programme " + name, counts.error());
        return {};
    }
    return std::move(counts).value();
}

}  // namespace

base::Result<std::unique_ptr<Snapshot>> Snapshot::open(base::Disk& disk, const DataFolder& folder,
                                                       std::string name) {
    TRY(check_bytes(disk, folder, name));
    sqlite::Database database = TRY(sqlite::Database::open_immutable(folder.snapshot(name)));
    TRY(check_content(database));
    std::unique_ptr<Snapshot> snapshot(new Snapshot(std::move(name), std::move(database)));
    TRY(snapshot->read_surroundings());
    snapshot->seats_ = read_seats(disk, folder, snapshot->name_);
    return snapshot;
}

base::Result<void> Snapshot::read_surroundings() {
    centre_ = TRY(read_centre(database_));
    if (!base::Zone::named(centre_.zone)) {
        return base::Error{"snapshot.bad-value", "The programme's time zone is not known.",
                           centre_.zone};
    }
    sqlite::Statement meta =
        TRY(database_.prepare("SELECT issued_ms, demonstration, laid_out_on FROM meta"));
    if (TRY(meta.step())) {
        issued_ = from_ms(meta.integer(0));
        demonstration_ = meta.integer(1) != 0;
        if (!meta.is_null(2)) laid_out_on_ = parse_date(meta.text(2));
    }
    longest_ = base::Duration{
        TRY(database_.integer("SELECT ifnull(max(end_ms - start_ms), 0) FROM occasion"))};
    return {};
}

base::Result<void> Snapshot::each_occasion(const OccasionQuery& query,
                                           const std::function<bool(OccasionSummary)>& take) const {
    sqlite::Statement* const row = TRY(database_.cached(
        joined({occasion_select(), conditions(query), "ORDER BY o.start_ms, o.id"})));
    const sqlite::Rows rows(row);
    bind(*row, query, longest_);
    while (TRY(row->step())) {
        if (!take(TRY(read_occasion_summary(*row)))) break;
    }
    return {};
}

base::Result<std::vector<SectionCount>> Snapshot::count(const OccasionQuery& query) const {
    sqlite::Statement* const row = TRY(database_.cached(
        joined({"SELECT l.section, count(*) FROM occasion o JOIN listing l ON l.id = o.listing_id ",
                type_join, conditions(query),
                "AND o.state <> 'cancelled' GROUP BY l.section ORDER BY min(o.start_ms)"})));
    const sqlite::Rows rows(row);
    bind(*row, query, longest_);
    std::vector<SectionCount> counts;
    while (TRY(row->step())) {
        counts.push_back(
            {TRY(enum_value<domain::Section>(*row, 0)), static_cast<int>(row->integer(1))});
    }
    return counts;
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

base::Result<std::vector<domain::Tag>> Snapshot::tags_of(domain::ListingId listing) const {
    return read_tags_of(database_, listing);
}

base::Result<std::optional<domain::Listing>> Snapshot::listing(domain::ListingId id) const {
    sqlite::Statement* const row = TRY(
        database_.cached(joined({"SELECT ", listing_columns, " FROM listing l WHERE l.id = ?1"})));
    const sqlite::Rows rows(row);
    row->bind(1, id.value);
    if (!TRY(row->step())) return std::optional<domain::Listing>{};
    domain::Listing listing = TRY(read_listing(*row, 0));
    listing.tags = TRY(tags_of(id));
    TRY(read_parts(database_, listing));
    return std::optional{std::move(listing)};
}

base::Result<domain::ListingId> Snapshot::listing_id(const std::string& key) const {
    sqlite::Statement* const row = TRY(database_.cached("SELECT id FROM listing WHERE key = ?1"));
    const sqlite::Rows rows(row);
    row->bind(1, key);
    if (!TRY(row->step())) return domain::ListingId{};
    return domain::ListingId{row->integer(0)};
}

base::Result<std::vector<domain::Listing>> Snapshot::featured(base::Instant now) const {
    sqlite::Statement* const row = TRY(database_.cached(
        joined({"SELECT ", listing_columns, " FROM listing l WHERE l.feature <> 'none' AND ",
                shown_now, "ORDER BY l.id"})));
    std::vector<domain::Listing> listings;
    {
        const sqlite::Rows rows(row);
        row->bind(1, to_ms(now));
        while (TRY(row->step())) listings.push_back(TRY(read_listing(*row, 0)));
    }
    for (domain::Listing& listing : listings) listing.tags = TRY(tags_of(listing.id));
    return listings;
}

base::Result<std::vector<ListingSummary>> Snapshot::listings_of(domain::Section section,
                                                                base::Instant now,
                                                                int count_max) const {
    sqlite::Statement* const row = TRY(database_.cached(
        joined({"SELECT ", summary_select(), " FROM listing l ", type_join,
                "WHERE l.section = ?2 AND ", shown_now, "ORDER BY l.id LIMIT ?3"})));
    const sqlite::Rows rows(row);
    row->bind(1, to_ms(now));
    row->bind(2, name_of(section));
    row->bind(3, count_max);
    std::vector<ListingSummary> listings;
    while (TRY(row->step())) listings.push_back(TRY(read_summary(*row, 0)));
    return listings;
}

base::Result<std::vector<domain::Tag>> Snapshot::filter_tags(const OccasionQuery& query) const {
    sqlite::Statement* const row = TRY(database_.cached(
        joined({"SELECT ", tag_columns,
                " FROM tag t WHERE t.filter_order > 0 AND EXISTS ("
                "SELECT 1 FROM occasion o JOIN listing l ON l.id = o.listing_id "
                "JOIN listing_tag lt ON lt.listing_id = l.id AND lt.tag_id = t.id ",
                conditions(query), ") ORDER BY t.filter_order, t.id"})));
    const sqlite::Rows rows(row);
    bind(*row, query, longest_);
    std::vector<domain::Tag> tags;
    while (TRY(row->step())) tags.push_back(TRY(read_tag(*row, 0)));
    return tags;
}

base::Result<bool> Snapshot::has_tag(const std::string& key) const {
    sqlite::Statement* const row = TRY(database_.cached("SELECT 1 FROM tag WHERE key = ?1"));
    const sqlite::Rows rows(row);
    row->bind(1, key);
    return row->step();
}

}  // namespace wenlan::store
