// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/desk_marks.h"

#include "store/hub/listing_table.h"
#include "store/rows.h"
#include "store/sqlite/transaction.h"

namespace wenlan::store {

base::Result<std::optional<Review>> DeskMarks::review(domain::ListingId listing) {
    sqlite::Statement* const row =
        TRY(database_.cached("SELECT who, at_ms, note FROM review WHERE listing_id = ?"));
    const sqlite::Rows rows(row);
    row->bind(1, listing.value);
    if (!TRY(row->step())) return std::optional<Review>{};
    return std::optional(Review{{row->text(0), from_ms(row->integer(1))}, row->text(2)});
}

base::Result<void> DeskMarks::ask_review(const By& by, domain::ListingId listing,
                                         const std::string& note) {
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    sqlite::Statement* const add = TRY(database_.cached(
        "INSERT OR REPLACE INTO review (listing_id, who, at_ms, note) VALUES (?, ?, ?, ?)"));
    add->bind(1, listing.value);
    add->bind(2, by.who);
    add->bind(3, to_ms(by.at));
    add->bind(4, note);
    TRY(add->run());
    TRY(audit_.append(by, "listing.review", subject_of(listing), "", note));
    return transaction.commit();
}

base::Result<void> DeskMarks::forget(std::string_view sql, domain::ListingId listing) {
    sqlite::Statement* const forget = TRY(database_.cached(sql));
    forget->bind(1, listing.value);
    return forget->run();
}

base::Result<void> DeskMarks::end_review(domain::ListingId listing) {
    return forget("DELETE FROM review WHERE listing_id = ?", listing);
}

base::Result<void> DeskMarks::ask_publish(domain::ListingId listing) {
    return forget("INSERT OR IGNORE INTO publish_asked (listing_id) VALUES (?)", listing);
}

base::Result<std::vector<domain::ListingId>> DeskMarks::publish_asked() {
    sqlite::Statement* const row = TRY(database_.cached("SELECT listing_id FROM publish_asked"));
    const sqlite::Rows rows(row);
    std::vector<domain::ListingId> asked;
    while (TRY(row->step())) asked.push_back({row->integer(0)});
    return asked;
}

base::Result<void> DeskMarks::note_published() {
    return database_.run(
        "DELETE FROM publish_asked WHERE listing_id IN "
        "(SELECT id FROM listing WHERE changed = derived)");
}

base::Result<void> DeskMarks::add_notice(const By& by, domain::ListingId listing) {
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    sqlite::Statement* const add = TRY(
        database_.cached("INSERT INTO urgent_notice (listing_id, who, at_ms) VALUES (?, ?, ?)"));
    add->bind(1, listing.value);
    add->bind(2, by.who);
    add->bind(3, to_ms(by.at));
    TRY(add->run());
    TRY(audit_.append(by, "notice.urgent", subject_of(listing), "", ""));
    return transaction.commit();
}

base::Result<void> DeskMarks::note_notice(domain::ListingId listing, std::int64_t epoch,
                                          std::int64_t version) {
    sqlite::Statement* const note = TRY(
        database_.cached("UPDATE urgent_notice SET epoch = ?, version = ? WHERE listing_id = ?"));
    note->bind(1, epoch);
    note->bind(2, version);
    note->bind(3, listing.value);
    return note->run();
}

base::Result<void> DeskMarks::end_notice(domain::ListingId listing) {
    return forget("UPDATE urgent_notice SET over = 1 WHERE listing_id = ?", listing);
}

base::Result<std::vector<UrgentNotice>> DeskMarks::notices() {
    sqlite::Statement* const row = TRY(database_.cached(
        "SELECT n.listing_id, n.who, n.at_ms, n.epoch, n.version FROM urgent_notice n "
        "JOIN listing l ON l.id = n.listing_id WHERE n.over = 0 AND l.state = 'published' "
        "ORDER BY n.at_ms DESC, n.listing_id DESC LIMIT 20"));
    const sqlite::Rows rows(row);
    std::vector<UrgentNotice> notices;
    while (TRY(row->step())) {
        notices.push_back({{row->integer(0)},
                           {row->text(1), from_ms(row->integer(2))},
                           row->optional_integer(3),
                           row->optional_integer(4)});
    }
    return notices;
}

}  // namespace wenlan::store
