// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hub/accounts.h"

#include <nlohmann/json.hpp>

#include "store/rows.h"
#include "store/sqlite/transaction.h"

namespace wenlan::store {

namespace {

constexpr std::string_view columns =
    "id, name, title, role, salt, password, must_change, disabled, last_seen_ms";

base::Result<Account> read_account(const sqlite::Statement& row) {
    Account account;
    account.id = row.integer(0);
    account.name = row.text(1);
    account.title = row.text(2);
    account.role = TRY(enum_value<StaffRole>(row, 3));
    account.password = {row.text(4), row.text(5)};
    account.must_change = row.integer(6) != 0;
    account.disabled = row.integer(7) != 0;
    account.last_seen = optional_instant(row, 8);
    return account;
}

base::Error no_account() { return {"desk.no-account", "There is no such account."}; }

std::string subject(std::int64_t id) { return "account:" + std::to_string(id); }

std::string words(const Account& account) {
    const nlohmann::ordered_json json = {{"name", account.name},
                                         {"title", account.title},
                                         {"role", name_of(account.role)},
                                         {"disabled", account.disabled}};
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

base::Result<void> end_sessions(sqlite::Database& database, std::int64_t account,
                                std::string_view kept) {
    sqlite::Statement* const end =
        TRY(database.cached("DELETE FROM desk_session WHERE account_id = ? AND token <> ?"));
    end->bind(1, account);
    end->bind(2, kept);
    return end->run();
}

base::Result<std::int64_t> managers(sqlite::Database& database) {
    return database.integer("SELECT count(*) FROM account WHERE role = 'manager' AND disabled = 0");
}

}  // namespace

base::Result<std::vector<Account>> Accounts::all() {
    sqlite::Statement* const row =
        TRY(database_.cached("SELECT " + std::string(columns) + " FROM account ORDER BY compared"));
    const sqlite::Rows rows(row);
    std::vector<Account> accounts;
    while (TRY(row->step())) accounts.push_back(TRY(read_account(*row)));
    return accounts;
}

base::Result<bool> Accounts::any() {
    return TRY(database_.integer("SELECT EXISTS (SELECT 1 FROM account)")) != 0;
}

base::Result<std::optional<Account>> Accounts::find(std::int64_t id) {
    sqlite::Statement* const row =
        TRY(database_.cached("SELECT " + std::string(columns) + " FROM account WHERE id = ?"));
    const sqlite::Rows rows(row);
    row->bind(1, id);
    if (!TRY(row->step())) return std::optional<Account>{};
    return std::optional(TRY(read_account(*row)));
}

base::Result<std::optional<Account>> Accounts::named(std::string_view compared) {
    sqlite::Statement* const row = TRY(
        database_.cached("SELECT " + std::string(columns) + " FROM account WHERE compared = ?"));
    const sqlite::Rows rows(row);
    row->bind(1, compared);
    if (!TRY(row->step())) return std::optional<Account>{};
    return std::optional(TRY(read_account(*row)));
}

base::Result<std::int64_t> Accounts::add(const By& by, const Account& account,
                                         std::string_view compared, First first) {
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    if (first == First::yes && TRY(any())) {
        return base::Error{"desk.set-up", "Somebody has an account already: sign in with it."};
    }
    if (TRY(named(compared))) {
        return base::Error{"desk.name-taken", "There is an account with this name already."};
    }
    sqlite::Statement* const add = TRY(database_.cached(
        "INSERT INTO account (name, compared, title, role, salt, password, must_change, disabled) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, 0)"));
    add->bind(1, account.name);
    add->bind(2, compared);
    add->bind(3, account.title);
    add->bind(4, name_of(account.role));
    add->bind(5, account.password.salt);
    add->bind(6, account.password.hash);
    add->bind(7, account.must_change ? 1 : 0);
    TRY(add->run());
    const std::int64_t id = database_.last_insert_id();
    TRY(audit_.append(by, "account.added", subject(id), "", words(account)));
    TRY(transaction.commit());
    return id;
}

base::Result<void> Accounts::change(const By& by, const Account& account) {
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    const auto before = TRY(find(account.id));
    if (!before) return no_account();
    sqlite::Statement* const change =
        TRY(database_.cached("UPDATE account SET title = ?, role = ?, disabled = ? WHERE id = ?"));
    change->bind(1, account.title);
    change->bind(2, name_of(account.role));
    change->bind(3, account.disabled ? 1 : 0);
    change->bind(4, account.id);
    TRY(change->run());
    const bool managed =
        before->role != StaffRole::manager || before->disabled || TRY(managers(database_)) > 0;
    if (!managed) {
        return base::Error{"desk.last-manager", "Nobody would be left who manages the accounts."};
    }
    if (account.disabled) TRY(end_sessions(database_, account.id, {}));
    const std::string was = words(*before);
    Account now = account;
    now.name = before->name;
    if (was != words(now)) {
        TRY(audit_.append(by, "account.changed", subject(account.id), was, words(now)));
    }
    return transaction.commit();
}

base::Result<void> Accounts::set_password(const By& by, std::int64_t id,
                                          const PasswordHash& password, bool must_change,
                                          std::string_view kept) {
    sqlite::Transaction transaction = TRY(sqlite::Transaction::begin(database_));
    if (!TRY(find(id))) return no_account();
    sqlite::Statement* const change = TRY(database_.cached(
        "UPDATE account SET salt = ?, password = ?, must_change = ? WHERE id = ?"));
    change->bind(1, password.salt);
    change->bind(2, password.hash);
    change->bind(3, must_change ? 1 : 0);
    change->bind(4, id);
    TRY(change->run());
    TRY(end_sessions(database_, id, kept));
    TRY(audit_.append(by, must_change ? "account.password-reset" : "account.password-changed",
                      subject(id), "", ""));
    return transaction.commit();
}

}  // namespace wenlan::store
