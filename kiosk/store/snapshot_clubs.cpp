// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/listing_parts.h"
#include "store/rows.h"
#include "store/snapshot.h"
#include "store/summary_rows.h"

namespace wenlan::store {

namespace {

// The roll's number of a tag: 0 is that of all clubs, -1 of none.
constexpr std::string_view roll_of_tag =
    "(CASE WHEN ?2 = '' THEN 0 ELSE ifnull((SELECT id FROM tag WHERE key = ?2), -1) END) ";

}  // namespace

base::Result<std::vector<ClubSummary>> Snapshot::clubs(const ClubQuery& query) const {
    std::vector<ClubSummary> clubs;
    {
        sqlite::Statement* const row = TRY(database_.cached(joined(
            {"SELECT ", summary_select(), " FROM club_roll r ",
             query.recruiting_only ? "INDEXED BY club_roll_recruiting " : "",
             "CROSS JOIN listing l ON l.id = r.listing_id ", type_join,
             "WHERE r.tag_id = ", roll_of_tag, query.recruiting_only ? "AND r.recruiting = 1 " : "",
             "AND ", shown_now, "ORDER BY r.listing_id LIMIT ?3 OFFSET ?4"})));
        const sqlite::Rows rows(row);
        row->bind(1, to_ms(query.now));
        row->bind(2, query.tag_key);
        row->bind(3, query.count_max);
        row->bind(4, query.first);
        while (TRY(row->step())) clubs.push_back({TRY(read_summary(*row, 0)), {}});
    }
    for (ClubSummary& one : clubs) {
        one.club = TRY(read_club(database_, one.listing.id)).value_or(domain::Club{});
    }
    return clubs;
}

base::Result<ClubCount> Snapshot::club_count(const std::string& tag_key, base::Instant now) const {
    // The sums were made when it was published; those few that are not shown now are taken off.
    sqlite::Statement* const row = TRY(database_.cached(
        joined({"SELECT clubs, members, recruiting FROM club_sum WHERE tag_id = ", roll_of_tag,
                "UNION ALL "
                "SELECT -count(*), -ifnull(sum(c.members), 0), -ifnull(sum(r.recruiting), 0) "
                "FROM club_roll r INDEXED BY club_roll_limited "
                "CROSS JOIN listing l ON l.id = r.listing_id LEFT JOIN club c ON c.listing_id = "
                "r.listing_id WHERE r.limited = 1 "
                "AND r.tag_id = ",
                roll_of_tag, "AND NOT (", shown_now, ")"})));
    const sqlite::Rows rows(row);
    row->bind(1, to_ms(now));
    row->bind(2, tag_key);
    ClubCount count;
    while (TRY(row->step())) {
        count.clubs += static_cast<int>(row->integer(0));
        count.members += static_cast<int>(row->integer(1));
        count.recruiting += static_cast<int>(row->integer(2));
    }
    return count;
}

base::Result<std::vector<domain::Tag>> Snapshot::club_tags() const {
    sqlite::Statement* const row = TRY(database_.cached(
        joined({"SELECT ", tag_columns,
                " FROM club_sum s CROSS JOIN tag t ON t.id = s.tag_id ORDER BY t.id"})));
    const sqlite::Rows rows(row);
    std::vector<domain::Tag> tags;
    while (TRY(row->step())) tags.push_back(TRY(read_tag(*row, 0)));
    return tags;
}

}  // namespace wenlan::store
