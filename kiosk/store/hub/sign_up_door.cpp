// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/sign_up_bind.h"
#include "store/hub/sign_up_store.h"

// Who entered a sign-up, and when its party came.
namespace wenlan::store {

namespace {

CheckInNote check_in_of(const sqlite::Statement& statement) {
    Read row(statement);
    CheckInNote note;
    note.number = row.number();
    row.bytes(note.sign_up.bytes);
    note.before = row.small();
    note.present = row.small();
    note.at = row.instant();
    note.who = row.text();
    return note;
}

}  // namespace

base::Result<void> SignUpStore::note_entry(const EntryNote& note) {
    sqlite::Statement* const put = TRY(database_.cached(
        "INSERT OR IGNORE INTO sign_up_entry (sign_up, who, entered_ms) VALUES (?, ?, ?)"));
    Bind(*put).bytes(note.sign_up.bytes).text(note.who).instant(note.entered);
    return put->run();
}

base::Result<void> SignUpStore::note_check_in(const CheckInNote& note) {
    sqlite::Statement* const put = TRY(database_.cached(
        "INSERT INTO sign_up_check_in (sign_up, before, present, at_ms, who, undone) "
        "VALUES (?, ?, ?, ?, ?, 0)"));
    Bind(*put)
        .bytes(note.sign_up.bytes)
        .number(note.before)
        .number(note.present)
        .instant(note.at)
        .text(note.who);
    return put->run();
}

base::Result<std::optional<CheckInNote>> SignUpStore::last_check_in(const domain::SignUpId& id) {
    sqlite::Statement* const select = TRY(database_.cached(
        "SELECT number, sign_up, before, present, at_ms, who FROM sign_up_check_in "
        "WHERE sign_up = ? AND undone = 0 ORDER BY number DESC LIMIT 1"));
    const sqlite::Rows rows(select);
    Bind(*select).bytes(id.bytes);
    if (!TRY(select->step())) return std::optional<CheckInNote>{};
    return std::optional(check_in_of(*select));
}

base::Result<void> SignUpStore::take_back(const CheckInNote& note) {
    sqlite::Statement* const mark =
        TRY(database_.cached("UPDATE sign_up_check_in SET undone = 1 WHERE number = ?"));
    mark->bind(1, note.number);
    return mark->run();
}

base::Result<std::vector<EntryNote>> SignUpStore::entries_of(domain::OccasionId occasion) {
    sqlite::Statement* const select = TRY(database_.cached(
        "SELECT e.sign_up, e.who, e.entered_ms FROM sign_up s JOIN sign_up_entry e "
        "ON e.sign_up = s.id WHERE s.occasion = ? ORDER BY s.arrival"));
    const sqlite::Rows rows(select);
    select->bind(1, occasion.value);
    std::vector<EntryNote> notes;
    while (TRY(select->step())) {
        Read row(*select);
        EntryNote& note = notes.emplace_back();
        row.bytes(note.sign_up.bytes);
        note.who = row.text();
        note.entered = row.optional_instant();
    }
    return notes;
}

base::Result<std::vector<CheckInNote>> SignUpStore::check_ins_of(domain::OccasionId occasion) {
    sqlite::Statement* const select = TRY(database_.cached(
        "SELECT c.number, c.sign_up, c.before, c.present, c.at_ms, c.who FROM sign_up s "
        "JOIN sign_up_check_in c ON c.sign_up = s.id WHERE s.occasion = ? AND c.undone = 0 "
        "ORDER BY c.number"));
    const sqlite::Rows rows(select);
    select->bind(1, occasion.value);
    std::vector<CheckInNote> notes;
    while (TRY(select->step())) notes.push_back(check_in_of(*select));
    return notes;
}

base::Result<std::string> SignUpStore::stamp_of(domain::OccasionId occasion) {
    sqlite::Statement* const select = TRY(database_.cached(
        "SELECT count(*), ifnull(sum(version), 0), ifnull(max(arrival), 0) FROM sign_up "
        "WHERE occasion = ?"));
    const sqlite::Rows rows(select);
    select->bind(1, occasion.value);
    TRY(select->step());
    return std::to_string(select->integer(0)) + "-" + std::to_string(select->integer(1)) + "-" +
           std::to_string(select->integer(2));
}

}  // namespace wenlan::store
