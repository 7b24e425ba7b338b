// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/users.h"

#include <array>
#include <nlohmann/json.hpp>

#include "hub/desk/desk.h"
#include "hub/desk/handlers.h"
#include "hub/desk/passwords.h"
#include "store/hub/desk_sessions.h"

namespace wenlan::hub::desk {

namespace {

constexpr int title_max = 20;

base::Result<store::Account> account_of(store::HubDatabase& database, const Asked& asked) {
    auto account = TRY(store::Accounts(database).find(asked.id("user")));
    if (!account) return base::Error{"desk.no-account", "There is no such account."};
    return std::move(*account);
}

base::Result<Reply> list(Desk& desk, const Asked&) {
    auto database = TRY(desk.database());
    Json users = Json::array();
    for (const store::Account& account : TRY(store::Accounts(*database).all())) {
        users.push_back(json_of(account));
    }
    return json(dumped({{"users", users}}));
}

base::Result<Reply> add(Desk& desk, const Asked& asked) {
    const Json body = TRY(object_in(asked));
    Faults faults;
    const Fields fields(body, "", faults);
    NewAccount wanted = new_account_in(fields, faults);
    if (!faults.empty()) return refused(faults);
    wanted.account.password = TRY(hash_password(wanted.password, desk.random()));
    wanted.account.must_change = true;
    auto database = TRY(desk.database());
    const auto id = store::Accounts(*database).add(asked.log(), wanted.account,
                                                   compared_name(wanted.account.name));
    if (!id) return refused(id.error(), "name");
    wanted.account.id = id.value();
    return json(dumped(json_of(wanted.account)), 201);
}

base::Result<Reply> change(Desk& desk, const Asked& asked) {
    const Json body = TRY(object_in(asked));
    auto database = TRY(desk.database());
    store::Account account = TRY(account_of(*database, asked));
    Faults faults;
    const Fields fields(body, "", faults);
    fields.text("title", account.title, title_max);
    fields.word("role", account.role);
    fields.flag("disabled", account.disabled);
    if (!faults.empty()) return refused(faults);
    TRY(store::Accounts(*database).change(asked.log(), account));
    return json(dumped(json_of(account)));
}

base::Result<Reply> reset_password(Desk& desk, const Asked& asked) {
    const Json body = TRY(object_in(asked));
    auto database = TRY(desk.database());
    store::Account account = TRY(account_of(*database, asked));
    Faults faults;
    const Fields fields(body, "", faults);
    const std::string password = fields.string("password").value_or("");
    if (auto fault = fault_of_password(password, account.name)) faults.push_back(*fault);
    if (!faults.empty()) return refused(faults);
    const store::PasswordHash hash = TRY(hash_password(password, desk.random()));
    TRY(store::Accounts(*database).set_password(asked.log(), account.id, hash, true));
    account.must_change = true;
    return json(dumped(json_of(account)));
}

base::Result<Reply> end_sessions(Desk& desk, const Asked& asked) {
    auto database = TRY(desk.database());
    const store::Account account = TRY(account_of(*database, asked));
    TRY(store::DeskSessions(*database).end_of(asked.log(), account.id));
    return nothing();
}

}  // namespace

NewAccount new_account_in(const Fields& fields, Faults& faults) {
    NewAccount wanted;
    wanted.account.name = fields.string("name").value_or("");
    wanted.password = fields.string("password").value_or("");
    fields.text("title", wanted.account.title, title_max);
    fields.word("role", wanted.account.role);
    if (auto fault = fault_of_name(wanted.account.name)) faults.push_back(std::move(*fault));
    if (auto fault = fault_of_password(wanted.password, wanted.account.name)) {
        faults.push_back(std::move(*fault));
    }
    return wanted;
}

Json json_of(const store::Account& account) {
    return {{"id", account.id},
            {"name", account.name},
            {"title", account.title},
            {"role", store::name_of(account.role)},
            {"disabled", account.disabled},
            {"must_change", account.must_change},
            {"last_seen", json_of(account.last_seen)}};
}

std::span<const DeskRoute> user_routes() {
    static constexpr std::array<DeskRoute, 5> table{{
        {"GET", "/users", Role::manager, list},
        {"POST", "/users", Role::manager, add},
        {"PUT", "/users/:user", Role::manager, change},
        {"PUT", "/users/:user/password", Role::manager, reset_password},
        {"DELETE", "/users/:user/sessions", Role::manager, end_sessions},
    }};
    return table;
}

}  // namespace wenlan::hub::desk
