// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "store/outbox.h"

// What is asked of an outbox.
namespace wenlan::store {

namespace {

base::Instant instant(std::int64_t ms) { return base::Instant{base::Duration{ms}}; }

template <std::size_t Size>
void fill(std::array<std::uint8_t, Size>& to, const std::string& bytes) {
    if (bytes.size() == Size) std::copy(bytes.begin(), bytes.end(), to.begin());
}

template <typename Id>
Id id_of(const std::string& raw) {
    return Id::of_raw(raw).value_or(Id{});
}

PendingOperation pending_row(const sqlite::Statement& row) {
    PendingOperation operation;
    operation.sequence = row.integer(0);
    operation.id = id_of<domain::OperationId>(row.bytes(1));
    operation.sign_up = id_of<domain::SignUpId>(row.bytes(2));
    operation.message = row.bytes(3);
    return operation;
}

constexpr std::string_view taken_columns =
    "SELECT sign_up, listing, occasion, party, present, state, why, place, version, with_rights,"
    " code, hub_code, salt, verifier, taken_ms, keep_until_ms, asked FROM taken ";

TakenSignUp taken_row(const sqlite::Statement& row) {
    TakenSignUp taken;
    taken.id = id_of<domain::SignUpId>(row.bytes(0));
    taken.listing.value = row.integer(1);
    taken.occasion.value = row.integer(2);
    taken.status.party = static_cast<int>(row.integer(3));
    taken.status.present = static_cast<int>(row.integer(4));
    taken.status.state = domain::state_named(row.text(5)).value_or(domain::SignUpState::requested);
    taken.status.why = domain::why_named(row.text(6)).value_or(domain::Why::none);
    taken.status.place = static_cast<int>(row.integer(7));
    taken.status.version = row.integer(8);
    taken.with_rights = row.integer(9) != 0;
    taken.code = row.text(10);
    taken.status.hub_code = row.text(11);
    fill(taken.salt, row.bytes(12));
    fill(taken.verifier, row.bytes(13));
    taken.taken = instant(row.integer(14));
    taken.keep_until = instant(row.integer(15));
    taken.asked = domain::state_named(row.text(16));
    return taken;
}

HeldRight right_row(const sqlite::Statement& row) {
    return {row.integer(0), static_cast<int>(row.integer(1)), domain::OccasionId{row.integer(2)},
            instant(row.integer(3))};
}

}  // namespace

base::Result<std::vector<PendingOperation>> Outbox::pending(std::size_t count_max,
                                                            std::size_t bytes_max,
                                                            std::int64_t after) {
    sqlite::Statement* const select =
        TRY(database_.cached("SELECT sequence, id, sign_up, message FROM operation"
                             " WHERE sequence > ? ORDER BY sequence LIMIT ?"));
    const sqlite::Rows rows(select);
    select->bind(1, after);
    select->bind(2, static_cast<std::int64_t>(count_max));
    std::vector<PendingOperation> found;
    std::size_t bytes = 0;
    while (TRY(select->step())) {
        PendingOperation operation = pending_row(*select);
        bytes += operation.message.size();
        if (!found.empty() && bytes > bytes_max) break;
        found.push_back(std::move(operation));
    }
    return found;
}

base::Result<std::int64_t> Outbox::pending_count() {
    return database_.integer("SELECT count(*) FROM operation");
}

base::Result<std::optional<PendingOperation>> Outbox::pending_of(const domain::OperationId& id) {
    sqlite::Statement* const select =
        TRY(database_.cached("SELECT sequence, id, sign_up, message FROM operation WHERE id = ?"));
    const sqlite::Rows rows(select);
    select->bind_bytes(1, id.raw());
    if (!TRY(select->step())) return std::optional<PendingOperation>{};
    return std::optional(pending_row(*select));
}

base::Result<std::optional<TakenSignUp>> Outbox::taken(const domain::SignUpId& id) {
    static const std::string sql = std::string(taken_columns) + "WHERE sign_up = ?";
    sqlite::Statement* const select = TRY(database_.cached(sql));
    const sqlite::Rows rows(select);
    select->bind_bytes(1, id.raw());
    if (!TRY(select->step())) return std::optional<TakenSignUp>{};
    return std::optional(taken_row(*select));
}

base::Result<std::optional<TakenSignUp>> Outbox::taken_by_code(std::string_view plain_code) {
    static const std::string sql = std::string(taken_columns) + "WHERE code = ?1 UNION ALL " +
                                   std::string(taken_columns) +
                                   "WHERE hub_code = ?1 AND hub_code <> ''";
    sqlite::Statement* const select = TRY(database_.cached(sql));
    const sqlite::Rows rows(select);
    select->bind(1, plain_code);
    if (plain_code.empty() || !TRY(select->step())) return std::optional<TakenSignUp>{};
    return std::optional(taken_row(*select));
}

base::Result<std::vector<TakenSignUp>> Outbox::watched(const domain::SignUpId& after,
                                                       std::size_t count_max) {
    static const std::string sql = std::string(taken_columns) +
                                   "WHERE state NOT IN ('declined', 'no_show')"
                                   " ORDER BY sign_up <= ?, sign_up LIMIT ?";
    sqlite::Statement* const select = TRY(database_.cached(sql));
    const sqlite::Rows rows(select);
    select->bind_bytes(1, after.raw());
    select->bind(2, static_cast<std::int64_t>(count_max));
    std::vector<TakenSignUp> found;
    while (TRY(select->step())) found.push_back(taken_row(*select));
    return found;
}

base::Result<std::vector<HeldRight>> Outbox::unspent(domain::OccasionId occasion,
                                                     base::Instant now) {
    sqlite::Statement* const select = TRY(
        database_.cached("SELECT r.grant_id, r.idx, g.occasion, g.use_until_ms FROM seat_right r"
                         " JOIN seat_grant g ON g.id = r.grant_id WHERE r.state = 'unspent'"
                         " AND g.occasion = ? AND g.use_until_ms > ? ORDER BY r.grant_id, r.idx"));
    const sqlite::Rows rows(select);
    select->bind(1, occasion.value);
    select->bind(2, now.time_since_epoch().count());
    std::vector<HeldRight> found;
    while (TRY(select->step())) found.push_back(right_row(*select));
    return found;
}

base::Result<std::vector<HeldRight>> Outbox::expired_rights(base::Instant now,
                                                            std::size_t count_max) {
    sqlite::Statement* const select = TRY(
        database_.cached("SELECT r.grant_id, r.idx, g.occasion, g.use_until_ms FROM seat_right r"
                         " JOIN seat_grant g ON g.id = r.grant_id WHERE r.state = 'unspent'"
                         " AND g.use_until_ms <= ? ORDER BY r.grant_id, r.idx LIMIT ?"));
    const sqlite::Rows rows(select);
    select->bind(1, now.time_since_epoch().count());
    select->bind(2, static_cast<std::int64_t>(count_max));
    std::vector<HeldRight> found;
    while (TRY(select->step())) found.push_back(right_row(*select));
    return found;
}

base::Result<Outbox::SealKeyBytes> Outbox::seal_key() {
    sqlite::Statement* const select =
        TRY(database_.cached("SELECT seal_key_number, seal_key FROM outbox_state"));
    const sqlite::Rows rows(select);
    if (!TRY(select->step())) return SealKeyBytes{};
    return SealKeyBytes{static_cast<int>(select->integer(0)), select->bytes(1)};
}

base::Result<std::optional<Outbox::Heard>> Outbox::heard() {
    sqlite::Statement* const select = TRY(
        database_.cached("SELECT heard_ms, heard_here_ms FROM outbox_state WHERE heard_ms > 0"));
    const sqlite::Rows rows(select);
    if (!TRY(select->step())) return std::optional<Heard>{};
    return std::optional(Heard{instant(select->integer(0)), instant(select->integer(1))});
}

base::Result<Outbox::Tries> Outbox::tries() {
    sqlite::Statement* const select =
        TRY(database_.cached("SELECT wrong_tries, locked_until_ms FROM outbox_state"));
    const sqlite::Rows rows(select);
    if (!TRY(select->step())) return Tries{};
    return Tries{static_cast<int>(select->integer(0)), instant(select->integer(1))};
}

base::Result<void> Outbox::set_tries(const Tries& tries) {
    sqlite::Statement* const update =
        TRY(database_.cached("UPDATE outbox_state SET wrong_tries = ?, locked_until_ms = ?"));
    update->bind(1, tries.wrong);
    update->bind(2, tries.locked_until.time_since_epoch().count());
    return update->run();
}

}  // namespace wenlan::store
