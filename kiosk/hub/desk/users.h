// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "hub/desk/fields.h"
#include "store/hub/accounts.h"

namespace wenlan::hub::desk {

struct NewAccount {
    store::Account account;
    std::string password;
};

// Name, title, role and password of somebody new.
NewAccount new_account_in(const Fields& fields, Faults& faults);
Json json_of(const store::Account& account);

}  // namespace wenlan::hub::desk
