// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/ports.h"
#include "base/result.h"
#include "hub/desk/reply.h"
#include "store/hub/accounts.h"

namespace wenlan::hub::desk {

inline constexpr int password_characters_min = 8;
inline constexpr int password_characters_max = 200;
inline constexpr int account_name_max = 20;

// Names of accounts are the same whatever their width and case.
std::string compared_name(std::string_view name);
// None: it may be a name.
std::optional<Fault> fault_of_name(std::string_view name);
std::optional<Fault> fault_of_password(std::string_view password, std::string_view name);

// Argon2id, one at a time: each takes 64 MiB.
base::Result<store::PasswordHash> hash_password(std::string_view password, base::Random& random);
// Takes as long for an account that is not there.
base::Result<bool> password_fits(std::string_view password,
                                 const std::optional<store::Account>& account);

}  // namespace wenlan::hub::desk
