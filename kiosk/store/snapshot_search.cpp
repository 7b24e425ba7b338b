// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "store/rows.h"
#include "store/snapshot.h"
#include "store/summary_rows.h"

namespace wenlan::store {

base::Result<std::vector<SearchedListing>> Snapshot::searched_after(domain::ListingId last,
                                                                    int count_max) const {
    sqlite::Statement* const row = TRY(database_.cached(
        "SELECT l.id, l.kind, l.title_zh, l.title_en, l.full_title_zh, l.full_title_en, "
        "l.subtitle_zh, l.subtitle_en, l.organiser_zh, l.organiser_en, l.shown_from_ms, "
        "l.shown_until_ms, (SELECT group_concat(t.name_zh || char(10) || t.name_en, char(10)) "
        "FROM listing_tag lt JOIN tag t ON t.id = lt.tag_id WHERE lt.listing_id = l.id) "
        "FROM listing l WHERE l.id > ?1 ORDER BY l.id LIMIT ?2"));
    const sqlite::Rows rows(row);
    row->bind(1, last.value);
    row->bind(2, count_max);
    std::vector<SearchedListing> found;
    while (TRY(row->step())) {
        SearchedListing one;
        one.id = {row->integer(0)};
        one.kind = TRY(enum_value<domain::Kind>(*row, 1));
        for (int column = 2; column < 6; ++column) one.titles.push_back(row->text(column));
        for (int column = 6; column < 10; ++column) one.more.push_back(row->text(column));
        if (const auto from = row->optional_integer(10)) one.shown_from = from_ms(*from);
        if (const auto until = row->optional_integer(11)) one.shown_until = from_ms(*until);
        std::string tags = row->text(12);
        for (std::size_t at = 0; at < tags.size();) {
            const std::size_t end = std::min(tags.find('\n', at), tags.size());
            one.more.push_back(tags.substr(at, end - at));
            at = end + 1;
        }
        found.push_back(std::move(one));
    }
    return found;
}

base::Result<void> Snapshot::each_next_time(
    base::Instant now,
    const std::function<void(domain::ListingId, std::optional<base::Instant>)>& take) const {
    sqlite::Statement* const row = TRY(database_.cached(
        "SELECT listing_id, min(CASE WHEN end_ms > ?1 AND state <> 'cancelled' THEN start_ms END) "
        "FROM occasion GROUP BY listing_id"));
    const sqlite::Rows rows(row);
    row->bind(1, to_ms(now));
    while (TRY(row->step())) {
        const auto next = row->optional_integer(1);
        take({row->integer(0)},
             next ? std::optional(from_ms(*next)) : std::optional<base::Instant>{});
    }
    return {};
}

base::Result<std::vector<std::string>> Snapshot::own_words(int count_max) const {
    sqlite::Statement* const row = TRY(database_.cached(
        "SELECT title_zh FROM listing WHERE kind = 'club' "
        "UNION SELECT title_zh FROM listing WHERE length(title_zh) BETWEEN 2 AND 12 "
        "UNION SELECT name_zh FROM venue UNION SELECT short_name_zh FROM venue "
        "UNION SELECT name_zh FROM tag LIMIT ?1"));
    const sqlite::Rows rows(row);
    row->bind(1, count_max);
    std::vector<std::string> words;
    while (TRY(row->step())) words.push_back(row->text(0));
    return words;
}

}  // namespace wenlan::store
