// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/sign_up_rows.h"

#include <functional>
#include <string>

#include "base/planted_bug.h"
#include "store/hub/sign_up_bind.h"
#include "store/hub/sign_up_store.h"

// Sign-ups themselves.
namespace wenlan::store {

using base::Bug;
using base::planted;
using domain::SignUpState;

namespace {

constexpr std::string_view columns =
    "SELECT id, arrival, arrived_ms, kiosk, source, walking_in, listing, occasion, party, present,"
    " seats, from_reserve, state, why, version, list_order, code, kiosk_code, code_key,"
    " kiosk_code_key, person_key, personal, personal_key, delete_ms, to_tell FROM sign_up ";

SignUpRow row_of(const sqlite::Statement& statement) {
    Read row(statement);
    SignUpRow sign_up;
    row.bytes(sign_up.id.bytes);
    sign_up.arrival = row.number();
    sign_up.arrived = row.instant();
    sign_up.kiosk = row.small();
    sign_up.source = domain::source_named(row.text()).value_or(domain::Source::desk);
    sign_up.walking_in = row.flag();
    sign_up.listing.value = row.number();
    sign_up.occasion.value = row.number();
    sign_up.party = row.small();
    sign_up.present = row.small();
    sign_up.taken.seats = row.small();
    sign_up.taken.from_reserve = row.small();
    sign_up.state = domain::state_named(row.text()).value_or(SignUpState::requested);
    sign_up.why = domain::why_named(row.text()).value_or(domain::Why::none);
    sign_up.version = row.number();
    sign_up.list_order = row.optional_number();
    sign_up.code = row.text();
    sign_up.kiosk_code = row.text();
    sign_up.code_key = row.optional_digest();
    sign_up.kiosk_code_key = row.optional_digest();
    sign_up.person_key = row.optional_digest();
    sign_up.personal = row.bytes();
    sign_up.personal_key = row.small();
    sign_up.delete_at = row.instant();
    sign_up.to_tell = row.text();
    return sign_up;
}

// What changes, in the order of the UPDATE below and of the end of the INSERT.
void bind_changing(Bind& bind, const SignUpRow& row) {
    bind.number(row.party)
        .number(row.present)
        .number(row.taken.seats)
        .number(row.taken.from_reserve)
        .text(domain::name_of(row.state))
        .text(domain::name_of(row.why))
        .number(row.version)
        .number(row.list_order)
        .text(row.code)
        .bytes(row.code_key)
        .bytes(row.kiosk_code_key)
        .bytes(row.person_key)
        .bytes(row.personal)
        .number(row.personal_key)
        .instant(row.delete_at)
        .text(row.to_tell);
}

int waits(const SignUpRow& row) { return row.state == SignUpState::waitlisted ? 1 : 0; }

}  // namespace

base::Result<std::vector<SignUpRow>> SignUpStore::select(
    std::string_view where, const std::function<void(sqlite::Statement&)>& bind) {
    sqlite::Statement* const statement =
        TRY(database_.cached(std::string(columns) + std::string(where)));
    const sqlite::Rows rows(statement);
    bind(*statement);
    std::vector<SignUpRow> found;
    while (TRY(statement->step())) found.push_back(row_of(*statement));
    return found;
}

base::Result<std::optional<SignUpRow>> SignUpStore::sign_up(const domain::SignUpId& id) {
    auto found = TRY(select("WHERE id = ?", [&](auto& s) { s.bind_bytes(1, id.raw()); }));
    if (found.empty()) return std::optional<SignUpRow>{};
    return std::optional(std::move(found.front()));
}

base::Result<std::vector<SignUpRow>> SignUpStore::of_occasion(domain::OccasionId occasion) {
    return select("WHERE occasion = ? ORDER BY arrival",
                  [&](auto& s) { s.bind(1, occasion.value); });
}

base::Result<std::vector<SignUpRow>> SignUpStore::of_listing(domain::ListingId listing) {
    return select("WHERE listing = ? ORDER BY arrival", [&](auto& s) { s.bind(1, listing.value); });
}

base::Result<std::vector<SignUpRow>> SignUpStore::by_code_key(const Digest& key) {
    auto found = TRY(select("WHERE code_key = ?", [&](auto& s) { Bind(s).bytes(key); }));
    if (!found.empty()) return found;
    return select("WHERE kiosk_code_key = ?", [&](auto& s) { Bind(s).bytes(key); });
}

base::Result<std::vector<SignUpRow>> SignUpStore::by_person(const Digest& key) {
    return select("WHERE person_key = ? ORDER BY arrival", [&](auto& s) { Bind(s).bytes(key); });
}

base::Result<std::vector<SignUpRow>> SignUpStore::to_tell() {
    return select("WHERE to_tell <> '' ORDER BY occasion, arrival", [](auto&) {});
}

base::Result<std::vector<SignUpRow>> SignUpStore::unplaced() {
    return select(
        "WHERE state = 'requested' AND occasion IN"
        " (SELECT occasion FROM sign_up_occasion) ORDER BY arrival",
        [](auto&) {});
}

base::Result<std::int64_t> SignUpStore::next_arrival() {
    return database_.integer("SELECT ifnull(max(arrival), 0) + 1 FROM sign_up");
}

base::Result<bool> SignUpStore::code_in_use(std::string_view code) {
    sqlite::Statement* const select =
        TRY(database_.cached("SELECT 1 FROM sign_up WHERE code = ? AND code <> ''"));
    const sqlite::Rows rows(select);
    select->bind(1, code);
    return select->step();
}

base::Result<void> SignUpStore::insert(const SignUpRow& row) {
    sqlite::Statement* const insert = TRY(database_.cached(
        "INSERT INTO sign_up (id, arrival, arrived_ms, kiosk, source, walking_in, listing,"
        " occasion, kiosk_code, party, present, seats, from_reserve, state, why, version,"
        " list_order, code, code_key, kiosk_code_key, person_key, personal, personal_key,"
        " delete_ms, to_tell) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " ?, ?, ?, ?, ?)"));
    Bind bind(*insert);
    bind.bytes(row.id.bytes)
        .number(row.arrival)
        .instant(row.arrived)
        .number(row.kiosk)
        .text(domain::name_of(row.source))
        .number(row.walking_in ? 1 : 0)
        .number(row.listing.value)
        .number(row.occasion.value)
        .text(row.kiosk_code);
    bind_changing(bind, row);
    TRY(insert->run());
    return book(row.occasion, row.taken.seats, 0, 0, row.taken.from_reserve, waits(row));
}

base::Result<void> SignUpStore::change(const SignUpRow& before, const SignUpRow& after) {
    sqlite::Statement* const update = TRY(database_.cached(
        "UPDATE sign_up SET party = ?, present = ?, seats = ?, from_reserve = ?, state = ?,"
        " why = ?, version = ?, list_order = ?, code = ?, code_key = ?, kiosk_code_key = ?,"
        " person_key = ?, personal = ?, personal_key = ?, delete_ms = ?, to_tell = ?"
        " WHERE id = ? AND version = ?"));
    Bind bind(*update);
    bind_changing(bind, after);
    bind.bytes(before.id.bytes).number(before.version);
    TRY(update->run());
    if (database_.changes() != 1) {
        return base::Error{"sign-up.changed-meanwhile", "Somebody else changed this sign-up."};
    }
    int reserve = after.taken.from_reserve - before.taken.from_reserve;
    if (planted(Bug::reserve_given_back_twice) && reserve < 0) reserve *= 2;
    int seats = after.taken.seats - before.taken.seats;
    if (planted(Bug::cancelled_seats_stay_taken) && after.state == SignUpState::cancelled) {
        seats = 0;
    }
    return book(before.occasion, seats, 0, 0, reserve, waits(after) - waits(before));
}

base::Result<int> SignUpStore::delete_personal(base::Instant now) {
    sqlite::Statement* const clear = TRY(
        database_.cached("UPDATE sign_up SET personal = NULL, personal_key = 0, person_key = NULL,"
                         " code_key = NULL, kiosk_code_key = NULL, code = '', to_tell = ''"
                         " WHERE personal_key <> 0 AND delete_ms <= ?"));
    Bind(*clear).instant(now);
    TRY(clear->run());
    return static_cast<int>(database_.changes());
}

base::Result<int> SignUpStore::personal_left(int key) {
    sqlite::Statement* const count =
        TRY(database_.cached("SELECT count(*) FROM sign_up WHERE personal_key = ?"));
    const sqlite::Rows rows(count);
    count->bind(1, key);
    if (!TRY(count->step())) return 0;
    return static_cast<int>(count->integer(0));
}

}  // namespace wenlan::store
