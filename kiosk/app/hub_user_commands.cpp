// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub_user_commands.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>

#include "app/hub_listing_commands.h"
#include "hub/desk/passwords.h"
#include "store/hub/accounts.h"
#include "store/hub/hub_database.h"

namespace wenlan::app {
namespace {

using What = UserWords::What;

base::Result<std::string> password_of(const std::string& name) {
    std::string password;
    std::getline(std::cin, password);
    if (!password.empty() && password.back() == '\r') password.pop_back();
    if (const auto fault = hub::desk::fault_of_password(password, name)) {
        return base::Error{fault->code, fault->message.en};
    }
    return password;
}

base::Result<void> list(store::Accounts& accounts) {
    for (const store::Account& account : TRY(accounts.all())) {
        const std::string role(store::name_of(account.role));
        std::printf("%s\t%s\t%s\n", account.name.c_str(), role.c_str(),
                    account.disabled ? "disabled" : "");
    }
    return {};
}

base::Result<void> add(store::Accounts& accounts, const UserWords& words, const store::By& by) {
    base::SystemRandom random;
    if (const auto fault = hub::desk::fault_of_name(words.name)) {
        return base::Error{fault->code, fault->message.en};
    }
    store::Account account;
    account.name = words.name;
    account.title = words.title;
    account.role = store::named<store::StaffRole>(words.role).value_or(store::StaffRole::desk);
    const std::string password = TRY(password_of(words.name));
    account.password = TRY(hub::desk::hash_password(password, random));
    TRY(accounts.add(by, account, hub::desk::compared_name(words.name)));
    return {};
}

}  // namespace

std::vector<CLI::App*> describe_user(CLI::App& cli, UserWords& words) {
    CLI::App& user = *cli.add_subcommand("user", "Who of the staff may use the desk");
    user.require_subcommand(1);
    std::vector<CLI::App*> commands;
    const auto command = [&](const char* name, const char* help, What what) {
        CLI::App* const made = user.add_subcommand(name, help);
        made->callback([&words, what] { words.what = what; });
        if (what != What::list) {
            made->add_option("NAME", words.name, "By which they sign in")->required();
        }
        if (what == What::add || what == What::password) {
            made->add_flag("--password-stdin", words.password_stdin,
                           "Read the password from the first line of the input")
                ->required();
        }
        commands.push_back(made);
        return made;
    };
    command("list", "Print name<TAB>role<TAB>disabled, a line each", What::list);
    CLI::App* const add = command("add", "Add an account", What::add);
    add->add_option("--role", words.role,
                    "desk, editor or manager; each may do what those before may")
        ->required()
        ->check(CLI::IsMember({"desk", "editor", "manager"}));
    add->add_option("--title", words.title, "Such as 社工");
    command("password", "Give an account another password, which its owner changes then",
            What::password);
    command("disable", "Let an account sign in no more, and end its sessions", What::disable);
    command("enable", "Let it sign in again", What::enable);
    return commands;
}

base::Result<void> run_user_command(const std::filesystem::path& data, const base::Clock& clock,
                                    const UserWords& words) {
    base::PosixDisk disk;
    auto hub = TRY(store::HubDatabase::open_existing(disk, store::hub_database_path(data)));
    store::Accounts accounts(hub);
    const store::By by{who_at_the_command_line(), clock.now()};
    if (words.what == What::list) return list(accounts);
    if (words.what == What::add) return add(accounts, words, by);
    auto account = TRY(accounts.named(hub::desk::compared_name(words.name)));
    if (!account) return base::Error{"desk.no-account", "There is no such account."};
    if (words.what == What::password) {
        base::SystemRandom random;
        const std::string password = TRY(password_of(account->name));
        const auto hash = TRY(hub::desk::hash_password(password, random));
        return accounts.set_password(by, account->id, hash, true);
    }
    account->disabled = words.what == What::disable;
    return accounts.change(by, *account);
}

}  // namespace wenlan::app
