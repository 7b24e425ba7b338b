// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/outbox.h"

#include <algorithm>

#include "base/log.h"
#include "base/planted_bug.h"
#include "store/sqlite/transaction.h"

namespace wenlan::store {

using base::Bug;
using base::planted;

namespace {

constexpr std::int64_t outbox_application_id = 0x574E'4C4F;  // "WNLO"

std::int64_t ms(base::Instant instant) { return instant.time_since_epoch().count(); }

template <std::size_t Size>
std::string raw(const std::array<std::uint8_t, Size>& bytes) {
    return std::string(bytes.begin(), bytes.end());
}

base::Result<void> bring_to_newest(sqlite::Database& database) {
    const auto files = outbox_schema();
    const auto newest = static_cast<std::int64_t>(files.size());
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database));
    const std::int64_t version = TRY(database.integer("PRAGMA user_version"));
    const std::int64_t id = TRY(database.integer("PRAGMA application_id"));
    const bool fresh =
        version == 0 && TRY(database.integer("SELECT count(*) FROM sqlite_schema")) == 0;
    if (version > newest || (!fresh && id != outbox_application_id)) {
        return base::Error{"outbox.wrong-schema",
                           "The sign-ups on this screen are kept in a way "
                           "that this version does not know.",
                           "schema " + std::to_string(version)};
    }
    if (version == newest) return {};
    for (std::int64_t i = version; i < newest; ++i) {
        TRY(database.run(std::string(files[static_cast<std::size_t>(i)])));
    }
    TRY(database.run("PRAGMA application_id = " + std::to_string(outbox_application_id)));
    TRY(database.run("PRAGMA user_version = " + std::to_string(newest)));
    return transaction.commit();
}

}  // namespace

base::Result<Outbox> Outbox::open(const std::filesystem::path& path) {
    sqlite::Database database = TRY(sqlite::Database::open_hub(path));
    // What was deleted is overwritten.
    TRY(database.run("PRAGMA secure_delete = ON"));
    if (planted(Bug::outbox_not_synced)) TRY(database.run("PRAGMA synchronous = OFF"));
    TRY(bring_to_newest(database));
    return Outbox(std::move(database));
}

base::Result<std::int64_t> Outbox::next_sequence() {
    sqlite::Statement* const last =
        TRY(database_.cached("SELECT seq FROM sqlite_sequence WHERE name = 'operation'"));
    const sqlite::Rows rows(last);
    return TRY(last->step()) ? last->integer(0) + 1 : 1;
}

base::Result<void> Outbox::spend(const Keeping& keeping) {
    sqlite::Statement* const spend = TRY(database_.cached(
        "UPDATE seat_right SET state = ? WHERE grant_id = ? AND idx = ? AND state = 'unspent'"));
    for (const HeldRight& right : keeping.rights) {
        if (planted(Bug::right_not_marked_spent)) continue;
        spend->bind(1, std::string_view(keeping.rights_return ? "returned" : "spent"));
        spend->bind(2, right.grant);
        spend->bind(3, right.index);
        TRY(spend->run());
        if (database_.changes() != 1) {
            return base::Error{"outbox.right-spent", "A seat that was kept has gone already."};
        }
    }
    return {};
}

base::Result<void> Outbox::insert_taken(const TakenSignUp& taken) {
    sqlite::Statement* const known = TRY(database_.cached("SELECT 1 FROM taken WHERE code = ?"));
    {
        const sqlite::Rows rows(known);
        known->bind(1, taken.code);
        if (TRY(known->step())) {
            return base::Error{"outbox.code-taken", "The code is given to somebody already."};
        }
    }
    sqlite::Statement* const insert = TRY(
        database_.cached("INSERT INTO taken (sign_up, listing, occasion, party, present, state, "
                         "why, asked, place, version,"
                         " with_rights, code, hub_code, salt, verifier, taken_ms, keep_until_ms)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    int at = 0;
    insert->bind_bytes(++at, taken.id.raw());
    insert->bind(++at, taken.listing.value);
    insert->bind(++at, taken.occasion.value);
    insert->bind(++at, taken.status.party);
    insert->bind(++at, taken.status.present);
    insert->bind(++at, domain::name_of(taken.status.state));
    insert->bind(++at, domain::name_of(taken.status.why));
    insert->bind(++at, taken.status.place);
    insert->bind(++at, taken.status.version);
    insert->bind(++at, taken.with_rights ? 1 : 0);
    insert->bind(++at, taken.code);
    insert->bind(++at, taken.status.hub_code);
    insert->bind_bytes(++at, raw(taken.salt));
    insert->bind_bytes(++at, raw(taken.verifier));
    insert->bind(++at, ms(taken.taken));
    insert->bind(++at, ms(taken.keep_until));
    return insert->run();
}

base::Result<void> Outbox::keep(const Keeping& keeping) {
    auto kept = commit(keeping);
    if (kept) return kept;
    // What could not be synced may lie in the log all the same, and would come back after a crash,
    // though it was said that nothing was taken: something that changes nothing is written over it.
    if (const auto covered = database_.run("UPDATE outbox_state SET id = id"); !covered) {
        base::log::error("the sign-ups' disk", covered.error());
    }
    return kept;
}

base::Result<void> Outbox::commit(const Keeping& keeping) {
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    const PendingOperation& operation = keeping.operation;
    sqlite::Statement* const insert = TRY(database_.cached(
        "INSERT INTO operation (sequence, id, sign_up, message) VALUES (?, ?, ?, ?)"));
    insert->bind(1, operation.sequence);
    insert->bind_bytes(2, operation.id.raw());
    insert->bind_bytes(3, operation.sign_up.raw());
    insert->bind_bytes(4, operation.message);
    TRY(insert->run());
    TRY(spend(keeping));
    if (keeping.taken != nullptr) TRY(insert_taken(*keeping.taken));
    if (keeping.asked) {
        sqlite::Statement* const ask =
            TRY(database_.cached("UPDATE taken SET asked = ? WHERE sign_up = ?"));
        ask->bind(1, domain::name_of(*keeping.asked));
        ask->bind_bytes(2, operation.sign_up.raw());
        TRY(ask->run());
    }
    return transaction.commit();
}

base::Result<void> Outbox::set_status(const domain::SignUpId& id, const TakenStatus& status) {
    sqlite::Statement* const update = TRY(database_.cached(
        "UPDATE taken SET party = ?1, present = ?2, state = ?3, why = ?4, place = ?5, version = ?6,"
        " hub_code = ?7 WHERE sign_up = ?8 AND (version <= ?6 OR ?9)"));
    int at = 0;
    update->bind(++at, status.party);
    update->bind(++at, status.present);
    update->bind(++at, domain::name_of(status.state));
    update->bind(++at, domain::name_of(status.why));
    update->bind(++at, status.place);
    update->bind(++at, status.version);
    update->bind(++at, status.hub_code);
    update->bind_bytes(++at, id.raw());
    update->bind(++at, planted(Bug::stale_status_believed) ? 1 : 0);
    return update->run();
}

base::Result<void> Outbox::learn_grant(const HeldGrant& grant) {
    if (planted(Bug::grant_taken_up_again)) {
        sqlite::Statement* const drop =
            TRY(database_.cached("DELETE FROM seat_grant WHERE id = ?"));
        drop->bind(1, grant.id);
        TRY(drop->run());
    }
    sqlite::Statement* const insert = TRY(database_.cached(
        "INSERT OR IGNORE INTO seat_grant (id, occasion, use_until_ms) VALUES (?, ?, ?)"));
    insert->bind(1, grant.id);
    insert->bind(2, grant.occasion.value);
    insert->bind(3, ms(grant.use_until));
    TRY(insert->run());
    if (database_.changes() == 0) return {};
    sqlite::Statement* const right = TRY(
        database_.cached("INSERT INTO seat_right (grant_id, idx, state) VALUES (?, ?, 'unspent')"));
    for (int index = 0; index < grant.count; ++index) {
        right->bind(1, grant.id);
        right->bind(2, index);
        TRY(right->run());
    }
    return {};
}

base::Result<void> Outbox::settle(const Settlement& settlement) {
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    sqlite::Statement* const remove = TRY(database_.cached("DELETE FROM operation WHERE id = ?"));
    for (const domain::OperationId& id : settlement.settled) {
        remove->bind_bytes(1, id.raw());
        TRY(remove->run());
    }
    if (!settlement.settled.empty()) {
        // What was asked for has been answered.
        TRY(
            database_.run("UPDATE taken SET asked = '' WHERE asked <> '' AND NOT EXISTS"
                          " (SELECT 1 FROM operation WHERE operation.sign_up = taken.sign_up)"));
    }
    for (const Settlement::Status& status : settlement.statuses) {
        TRY(set_status(status.id, status.status));
    }
    for (const HeldGrant& grant : settlement.grants) TRY(learn_grant(grant));
    // A key that is older than the one known is an answer that was long on its way.
    sqlite::Statement* const state = TRY(database_.cached(
        "UPDATE outbox_state SET seal_key = iif(?1 > seal_key_number, ?2, seal_key),"
        " seal_key_number = max(seal_key_number, ?1),"
        " heard_here_ms = iif(?3 > heard_ms, ?4, heard_here_ms), heard_ms = max(heard_ms, ?3)"));
    state->bind(1, settlement.seal_key_number);
    state->bind_bytes(2, settlement.seal_key);
    state->bind(3, ms(settlement.hub_time));
    state->bind(4, ms(settlement.here_time));
    TRY(state->run());
    return transaction.commit();
}

base::Result<void> Outbox::forget(base::Instant now) {
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    sqlite::Statement* const remove =
        TRY(database_.cached("DELETE FROM taken WHERE keep_until_ms < ? AND NOT EXISTS"
                             " (SELECT 1 FROM operation WHERE operation.sign_up = taken.sign_up)"));
    remove->bind(1, ms(now));
    TRY(remove->run());
    return transaction.commit();
}

}  // namespace wenlan::store
