// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "base/planted_bug.h"
#include "store/hub/sign_up_bind.h"
#include "store/hub/sign_up_store.h"

// What was answered, what could not be, and lots.
namespace wenlan::store {

SignUpStore::SignUpStore(HubDatabase& hub) : database_(hub.connection()) {
    if (base::planted(base::Bug::receipt_before_commit)) {
        (void)database_.run("PRAGMA synchronous = OFF").ok();
    }
}

base::Result<std::optional<ReplyRow>> SignUpStore::reply(const domain::OperationId& id) {
    sqlite::Statement* const select = TRY(database_.cached(
        "SELECT id, kiosk, message, receipt, at_ms, keep_ms FROM operation_reply WHERE id = ?"));
    const sqlite::Rows rows(select);
    select->bind_bytes(1, id.raw());
    if (!TRY(select->step())) return std::optional<ReplyRow>{};
    Read row(*select);
    ReplyRow reply;
    row.bytes(reply.id.bytes);
    reply.kiosk = row.small();
    row.bytes(reply.message);
    reply.receipt = row.bytes();
    reply.at = row.instant();
    reply.keep_until = row.instant();
    return std::optional(std::move(reply));
}

base::Result<void> SignUpStore::insert_reply(const ReplyRow& row) {
    sqlite::Statement* const insert = TRY(
        database_.cached("INSERT INTO operation_reply (id, kiosk, message, receipt, at_ms, keep_ms)"
                         " VALUES (?, ?, ?, ?, ?, ?)"));
    Bind(*insert)
        .bytes(row.id.bytes)
        .number(row.kiosk)
        .bytes(row.message)
        .bytes(row.receipt)
        .instant(row.at)
        .instant(row.keep_until);
    return insert->run();
}

base::Result<void> SignUpStore::keep_odd(const OddMessage& message) {
    sqlite::Statement* const insert = TRY(database_.cached(
        "INSERT OR IGNORE INTO odd_message (hash, kind, kiosk, reason, message, at_ms, seen_ms)"
        " VALUES (?, ?, ?, ?, ?, ?, NULL)"));
    const bool quarantine = message.kind == OddMessage::Kind::quarantine;
    Bind(*insert)
        .bytes(message.hash)
        .text(quarantine ? "quarantine" : "dead letter")
        .number(message.kiosk)
        .text(message.reason)
        .bytes(message.message)
        .instant(message.at);
    return insert->run();
}

base::Result<std::vector<OddMessage>> SignUpStore::odd_messages() {
    sqlite::Statement* const select = TRY(database_.cached(
        "SELECT hash, kind, kiosk, reason, message, at_ms FROM odd_message ORDER BY at_ms, hash"));
    const sqlite::Rows rows(select);
    std::vector<OddMessage> found;
    while (TRY(select->step())) {
        Read row(*select);
        OddMessage message;
        row.bytes(message.hash);
        message.kind = row.text() == "quarantine" ? OddMessage::Kind::quarantine
                                                  : OddMessage::Kind::dead_letter;
        message.kiosk = row.small();
        message.reason = row.text();
        message.message = row.bytes();
        message.at = row.instant();
        found.push_back(std::move(message));
    }
    return found;
}

base::Result<void> SignUpStore::delete_old(base::Instant now) {
    sqlite::Statement* const replies =
        TRY(database_.cached("DELETE FROM operation_reply WHERE keep_ms <= ?"));
    Bind(*replies).instant(now);
    TRY(replies->run());
    constexpr base::Duration hold_kept = std::chrono::hours{24};
    sqlite::Statement* const holds =
        TRY(database_.cached("DELETE FROM seat_hold WHERE until_ms <= ? AND seats = 0"));
    Bind(*holds).instant(now - hold_kept);
    return holds->run();
}

base::Result<std::optional<DrawRow>> SignUpStore::draw(domain::OccasionId occasion) {
    sqlite::Statement* const select = TRY(database_.cached(
        "SELECT occasion, commitment, seed, seats FROM sign_up_draw WHERE occasion = ?"));
    const sqlite::Rows rows(select);
    select->bind(1, occasion.value);
    if (!TRY(select->step())) return std::optional<DrawRow>{};
    Read row(*select);
    DrawRow draw;
    draw.occasion.value = row.number();
    row.bytes(draw.commitment);
    row.bytes(draw.seed);
    if (const auto seats = row.optional_number()) draw.seats = static_cast<int>(*seats);
    return std::optional(draw);
}

base::Result<void> SignUpStore::put_draw(const DrawRow& row, base::Instant drawn) {
    sqlite::Statement* const put = TRY(database_.cached(
        "INSERT INTO sign_up_draw (occasion, commitment, seed, seats, drawn_ms)"
        " VALUES (?, ?, ?, ?, ?) ON CONFLICT (occasion) DO UPDATE SET seats = excluded.seats,"
        " drawn_ms = excluded.drawn_ms"));
    Bind bind(*put);
    bind.number(row.occasion.value).bytes(row.commitment).bytes(row.seed);
    if (row.seats) {
        bind.number(*row.seats).instant(drawn);
    } else {
        bind.number(std::optional<std::int64_t>{}).number(std::optional<std::int64_t>{});
    }
    return put->run();
}

base::Result<void> SignUpStore::put_drawn(domain::OccasionId occasion, const DrawnRow& row) {
    sqlite::Statement* const put = TRY(database_.cached(
        "INSERT INTO sign_up_drawn (occasion, sign_up, party, seated) VALUES (?, ?, ?, ?)"));
    Bind(*put)
        .number(occasion.value)
        .bytes(row.id.bytes)
        .number(row.party)
        .number(row.seated ? 1 : 0);
    return put->run();
}

base::Result<std::vector<DrawnRow>> SignUpStore::drawn(domain::OccasionId occasion) {
    sqlite::Statement* const select = TRY(database_.cached(
        "SELECT sign_up, party, seated FROM sign_up_drawn WHERE occasion = ? ORDER BY sign_up"));
    const sqlite::Rows rows(select);
    select->bind(1, occasion.value);
    std::vector<DrawnRow> found;
    while (TRY(select->step())) {
        Read row(*select);
        DrawnRow drawn;
        row.bytes(drawn.id.bytes);
        drawn.party = row.small();
        drawn.seated = row.flag();
        found.push_back(drawn);
    }
    return found;
}

}  // namespace wenlan::store
