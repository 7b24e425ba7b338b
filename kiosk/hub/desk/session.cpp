// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in and out, setting the desk up, changing one's password.
#include <array>
#include <nlohmann/json.hpp>

#include "hub/desk/desk.h"
#include "hub/desk/fields.h"
#include "hub/desk/handlers.h"
#include "hub/desk/passwords.h"
#include "hub/desk/users.h"
#include "store/hub/hub_programme.h"

namespace wenlan::hub::desk {

namespace {

base::Result<Reply> say(Desk& desk, const SignedIn& by, base::Instant now) {
    auto database = TRY(desk.database());
    const domain::Centre centre = TRY(store::HubProgramme(*database).centre());
    const bool any = TRY(store::Accounts(*database).any());
    Json page = {{"setup", !any},
                 {"signed_in", static_cast<bool>(by)},
                 {"centre", json_of(centre.name)},
                 {"zone", centre.zone},
                 {"now", base::to_iso8601(now)}};
    if (by) {
        page["user"] = json_of(by.account);
        page["csrf"] = by.csrf;
        page["idle_s"] = std::chrono::duration_cast<std::chrono::seconds>(session_idle).count();
        page["ends"] = base::to_iso8601(by.ends);
        page["must_change"] = by.account.must_change;
    }
    return json(dumped(page));
}

base::Result<Reply> say_begun(Desk& desk, const Asked& asked, const store::Account& account) {
    Begun begun = TRY(desk.sessions().begin(asked.http, account));
    Reply reply = TRY(say(desk, begun.by, asked.now));
    reply.cookies = std::move(begun.cookies);
    return reply;
}

base::Result<Reply> show(Desk& desk, const Asked& asked) { return say(desk, asked.by, asked.now); }

base::Result<Reply> set_up(Desk& desk, const Asked& asked) {
    if (!desk.logins_of_address().take(asked.address, desk.clock().uptime())) return too_fast(60);
    const Json body = TRY(object_in(asked));
    Faults faults;
    const Fields fields(body, "", faults);
    if (!desk.is_set_up_token(fields.string("token").value_or(""))) {
        return base::Error{"desk.bad-token", "This link is not good any more."};
    }
    NewAccount wanted = new_account_in(fields, faults);
    if (!faults.empty()) return refused(faults);
    wanted.account.role = store::StaffRole::manager;
    wanted.account.password = TRY(hash_password(wanted.password, desk.random()));
    auto database = TRY(desk.database());
    wanted.account.id = TRY(store::Accounts(*database).add(
        {wanted.account.name, asked.now}, wanted.account, compared_name(wanted.account.name),
        store::Accounts::First::yes));
    return say_begun(desk, asked, wanted.account);
}

// Who is slowed down by wrong passwords: the browser that is known, else the address and name.
base::Result<std::string> who_tries(Desk& desk, const Asked& asked, const std::string& compared,
                                    const std::optional<store::Account>& account) {
    if (account) {
        const std::string known = TRY(desk.sessions().known_browser(asked.http, *account));
        if (!known.empty()) return known + " " + compared;
    }
    return asked.address + " " + compared;
}

base::Result<Reply> sign_in(Desk& desk, const Asked& asked) {
    const base::Duration uptime = desk.clock().uptime();
    if (!desk.logins_of_address().take(asked.address, uptime)) return too_fast(60);
    const Json body = TRY(object_in(asked));
    Faults faults;
    const Fields fields(body, "", faults);
    const std::string name = fields.string("name").value_or("");
    const std::string password = fields.string("password").value_or("");
    if (!faults.empty()) return refused(faults);
    if (name.size() > 200 || password.size() > 1000) {
        return base::Error{"desk.bad-login", "The name or the password is wrong."};
    }
    const std::string compared = compared_name(name);
    std::optional<store::Account> account;
    {
        auto database = TRY(desk.database());
        account = TRY(store::Accounts(*database).named(compared));
    }
    const std::string who = TRY(who_tries(desk, asked, compared, account));
    const base::Duration wait = desk.login_tries().wait(who, uptime);
    if (wait.count() > 0) return too_fast(static_cast<int>(wait.count() / 1000) + 1);
    const bool right = TRY(password_fits(password, account));
    if (!right || account->disabled) {
        desk.login_tries().wrong(who, uptime);
        return base::Error{"desk.bad-login", "The name or the password is wrong."};
    }
    desk.login_tries().right(who);
    return say_begun(desk, asked, *account);
}

base::Result<Reply> sign_out(Desk& desk, const Asked& asked) {
    Reply reply = nothing();
    reply.cookies = TRY(desk.sessions().end(asked.http, asked.by));
    return reply;
}

base::Result<Reply> change_password(Desk& desk, const Asked& asked) {
    const base::Duration uptime = desk.clock().uptime();
    const std::string who = asked.by.session;
    const base::Duration wait = desk.login_tries().wait(who, uptime);
    if (wait.count() > 0) return too_fast(static_cast<int>(wait.count() / 1000) + 1);
    const Json body = TRY(object_in(asked));
    Faults faults;
    const Fields fields(body, "", faults);
    const std::string old = fields.string("old").value_or("");
    const std::string fresh = fields.string("new").value_or("");
    if (auto fault = fault_of_password(fresh, asked.by.account.name)) {
        fault->field = "new";
        faults.push_back(std::move(*fault));
    }
    if (!faults.empty()) return refused(faults);
    if (!TRY(password_fits(old, asked.by.account))) {
        desk.login_tries().wrong(who, uptime);
        return refused(base::Error{"desk.bad-password", "The old password is wrong."}, "old");
    }
    const store::PasswordHash hash = TRY(hash_password(fresh, desk.random()));
    {
        auto database = TRY(desk.database());
        TRY(store::Accounts(*database).set_password(asked.log(), asked.by.account.id, hash, false,
                                                    asked.by.session));
    }
    SignedIn by = asked.by;
    by.account.must_change = false;
    return say(desk, by, asked.now);
}

}  // namespace

std::span<const DeskRoute> session_routes() {
    static constexpr std::array<DeskRoute, 5> table{{
        {"GET", "/session", Role::everyone, show},
        {"POST", "/setup", Role::everyone, set_up},
        {"POST", "/session", Role::everyone, sign_in},
        {"DELETE", "/session", Role::desk, sign_out},
        {"PUT", "/password", Role::desk, change_password},
    }};
    return table;
}

}  // namespace wenlan::hub::desk
