// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/desk_sessions.h"

#include <string>

#include "store/rows.h"
#include "store/sqlite/transaction.h"

namespace wenlan::store {

namespace {

constexpr int browsers_of_one_account_max = 20;

std::string subject(std::int64_t account) { return "account:" + std::to_string(account); }

}  // namespace

base::Result<void> DeskSessions::begin(const By& by, std::string_view token, std::int64_t account) {
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    sqlite::Statement* const add = TRY(database_.cached(
        "INSERT INTO desk_session (token, account_id, began_ms, seen_ms) VALUES (?, ?, ?, ?)"));
    add->bind(1, token);
    add->bind(2, account);
    add->bind(3, to_ms(by.at));
    add->bind(4, to_ms(by.at));
    TRY(add->run());
    sqlite::Statement* const seen =
        TRY(database_.cached("UPDATE account SET last_seen_ms = ? WHERE id = ?"));
    seen->bind(1, to_ms(by.at));
    seen->bind(2, account);
    TRY(seen->run());
    TRY(audit_.append(by, "account.signed-in", subject(account), "", ""));
    return transaction.commit();
}

base::Result<std::optional<DeskSession>> DeskSessions::find(std::string_view token) {
    DeskSession session;
    std::int64_t account = 0;
    {
        sqlite::Statement* const row = TRY(database_.cached(
            "SELECT account_id, began_ms, seen_ms FROM desk_session WHERE token = ?"));
        const sqlite::Rows rows(row);
        row->bind(1, token);
        if (!TRY(row->step())) return std::optional<DeskSession>{};
        account = row->integer(0);
        session.began = from_ms(row->integer(1));
        session.seen = from_ms(row->integer(2));
    }
    sqlite::Statement* const row = TRY(database_.cached(
        "SELECT name, title, role, must_change, disabled, salt, password, last_seen_ms "
        "FROM account WHERE id = ?"));
    const sqlite::Rows rows(row);
    row->bind(1, account);
    if (!TRY(row->step())) return std::optional<DeskSession>{};
    session.account = {account,
                       row->text(0),
                       row->text(1),
                       TRY(enum_value<StaffRole>(*row, 2)),
                       {row->text(5), row->text(6)},
                       row->integer(3) != 0,
                       row->integer(4) != 0,
                       optional_instant(*row, 7)};
    return std::optional(std::move(session));
}

base::Result<void> DeskSessions::mark_seen(std::string_view token, base::Instant now) {
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    sqlite::Statement* const seen =
        TRY(database_.cached("UPDATE account SET last_seen_ms = ?1 WHERE id = "
                             "(SELECT account_id FROM desk_session WHERE token = ?2)"));
    seen->bind(1, to_ms(now));
    seen->bind(2, token);
    TRY(seen->run());
    sqlite::Statement* const mark =
        TRY(database_.cached("UPDATE desk_session SET seen_ms = ? WHERE token = ?"));
    mark->bind(1, to_ms(now));
    mark->bind(2, token);
    TRY(mark->run());
    return transaction.commit();
}

base::Result<void> DeskSessions::end(std::string_view token) {
    sqlite::Statement* const end =
        TRY(database_.cached("DELETE FROM desk_session WHERE token = ?"));
    end->bind(1, token);
    return end->run();
}

base::Result<void> DeskSessions::end_of(const By& by, std::int64_t account) {
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    sqlite::Statement* const end =
        TRY(database_.cached("DELETE FROM desk_session WHERE account_id = ?"));
    end->bind(1, account);
    TRY(end->run());
    TRY(audit_.append(by, "account.signed-out", subject(account), "", ""));
    return transaction.commit();
}

base::Result<void> DeskSessions::end_old(base::Instant seen_before, base::Instant began_before) {
    sqlite::Statement* const end =
        TRY(database_.cached("DELETE FROM desk_session WHERE seen_ms < ? OR began_ms < ?"));
    end->bind(1, to_ms(seen_before));
    end->bind(2, to_ms(began_before));
    return end->run();
}

base::Result<bool> DeskSessions::knows(std::string_view browser, std::int64_t account) {
    sqlite::Statement* const row = TRY(database_.cached(
        "SELECT EXISTS (SELECT 1 FROM known_browser WHERE token = ? AND account_id = ?)"));
    const sqlite::Rows rows(row);
    row->bind(1, browser);
    row->bind(2, account);
    return TRY(row->step()) && row->integer(0) != 0;
}

base::Result<void> DeskSessions::know(std::string_view browser, std::int64_t account,
                                      base::Instant now) {
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    sqlite::Statement* const add = TRY(database_.cached(
        "INSERT OR REPLACE INTO known_browser (token, account_id, seen_ms) VALUES (?, ?, ?)"));
    add->bind(1, browser);
    add->bind(2, account);
    add->bind(3, to_ms(now));
    TRY(add->run());
    sqlite::Statement* const forget = TRY(database_.cached(
        "DELETE FROM known_browser WHERE account_id = ?1 AND token NOT IN (SELECT token FROM "
        "known_browser WHERE account_id = ?1 ORDER BY seen_ms DESC LIMIT ?2)"));
    forget->bind(1, account);
    forget->bind(2, browsers_of_one_account_max);
    TRY(forget->run());
    return transaction.commit();
}

}  // namespace wenlan::store
