// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/audit.h"

#include "store/hub/sha256.h"
#include "store/rows.h"

namespace wenlan::store {

namespace {

// Each part with its length before it, so that no two rows make the same text.
std::string hash_of(const AuditEntry& entry, std::string_view previous) {
    std::string text;
    const auto add = [&text](std::string_view part) {
        text += std::to_string(part.size()) + ":";
        text += part;
    };
    add(std::to_string(entry.number));
    add(std::to_string(to_ms(entry.by.at)));
    add(entry.by.who);
    add(entry.kind);
    add(entry.subject);
    add(entry.before);
    add(entry.after);
    add(previous);
    return sha256_hex(text);
}

AuditEntry read_entry(const sqlite::Statement& row) {
    AuditEntry entry;
    entry.number = row.integer(0);
    entry.by = {row.text(2), from_ms(row.integer(1))};
    entry.kind = row.text(3);
    entry.subject = row.text(4);
    entry.before = row.text(5);
    entry.after = row.text(6);
    return entry;
}

constexpr std::string_view columns = "number, at_ms, who, kind, subject, before, after";

base::Result<std::vector<AuditEntry>> read_entries(sqlite::Statement& rows) {
    const sqlite::Rows reading(&rows);
    std::vector<AuditEntry> entries;
    while (TRY(rows.step())) entries.push_back(read_entry(rows));
    return entries;
}

base::Error broken(std::int64_t number, const std::string& why) {
    return {"audit.broken", "The log of changes was tampered with or is damaged: " + why +
                                " at entry " + std::to_string(number) + "."};
}

struct Head {
    std::int64_t number = 0;
    std::string hash;
};

base::Result<Head> read_head(sqlite::Database& database) {
    sqlite::Statement* const row =
        TRY(database.cached("SELECT number, hash FROM audit_head WHERE id = 1"));
    const sqlite::Rows rows(row);
    if (!TRY(row->step())) return base::Error{"audit.broken", "The log of changes has no end."};
    return Head{row->integer(0), row->text(1)};
}

}  // namespace

base::Result<void> Audit::append(const By& by, std::string_view kind, std::string_view subject,
                                 std::string_view before, std::string_view after) {
    base::ensure(database_.in_transaction(), "a change is logged inside its transaction");
    base::ensure(!by.who.empty(), "somebody made the change");
    const Head head = TRY(read_head(database_));
    AuditEntry entry;
    entry.number = head.number + 1;
    entry.by = by;
    entry.kind = kind;
    entry.subject = subject;
    entry.before = before;
    entry.after = after;
    const std::string hash = hash_of(entry, head.hash);
    sqlite::Statement* const add =
        TRY(database_.cached("INSERT INTO audit (number, at_ms, who, kind, subject, before, after, "
                             "previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    add->bind(1, entry.number);
    add->bind(2, to_ms(by.at));
    add->bind(3, by.who);
    add->bind(4, kind);
    add->bind(5, subject);
    add->bind(6, before);
    add->bind(7, after);
    add->bind(8, head.hash);
    add->bind(9, hash);
    TRY(add->run());
    sqlite::Statement* const move =
        TRY(database_.cached("UPDATE audit_head SET number = ?, hash = ? WHERE id = 1"));
    move->bind(1, entry.number);
    move->bind(2, hash);
    return move->run();
}

base::Result<std::vector<AuditEntry>> Audit::of_subject(std::string_view subject, int count_max,
                                                        std::int64_t before) {
    sqlite::Statement* const rows =
        TRY(database_.cached("SELECT " + std::string(columns) +
                             " FROM audit WHERE subject = ?1 AND number < ?2 "
                             "ORDER BY number DESC LIMIT ?3"));
    rows->bind(1, subject);
    rows->bind(2, before);
    rows->bind(3, count_max);
    return read_entries(*rows);
}

base::Result<std::vector<AuditEntry>> Audit::newest(int count_max, std::int64_t before) {
    sqlite::Statement* const rows =
        TRY(database_.cached("SELECT " + std::string(columns) +
                             " FROM audit WHERE number < ?1 ORDER BY number DESC LIMIT ?2"));
    rows->bind(1, before);
    rows->bind(2, count_max);
    return read_entries(*rows);
}

base::Result<void> Audit::verify() {
    sqlite::Statement rows = TRY(database_.prepare("SELECT " + std::string(columns) +
                                                   ", previous, hash FROM audit ORDER BY number"));
    Head last;
    while (TRY(rows.step())) {
        const AuditEntry entry = read_entry(rows);
        if (entry.number != last.number + 1) return broken(last.number + 1, "something is missing");
        if (rows.text(7) != last.hash) return broken(entry.number, "the chain is cut");
        if (rows.text(8) != hash_of(entry, last.hash)) {
            return broken(entry.number, "something was changed");
        }
        last = {entry.number, rows.text(8)};
    }
    const Head head = TRY(read_head(database_));
    if (head.number != last.number || head.hash != last.hash) {
        return broken(last.number + 1, "the end is missing");
    }
    return {};
}

}  // namespace wenlan::store
