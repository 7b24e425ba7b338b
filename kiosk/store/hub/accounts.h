// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/hub/audit.h"
#include "store/hub/hub_database.h"
#include "store/names.h"

namespace wenlan::store {

// What somebody of the staff may do; each may do what those before may.
enum class StaffRole : std::uint8_t { desk, editor, manager };

template <>
struct Names<StaffRole> {
    static constexpr std::array<std::pair<StaffRole, std::string_view>, 3> table{{
        {StaffRole::desk, "desk"},
        {StaffRole::editor, "editor"},
        {StaffRole::manager, "manager"},
    }};
};

// A password as it is kept: hexadecimal digits.
struct PasswordHash {
    std::string salt;
    std::string hash;
};

struct Account {
    std::int64_t id = 0;
    std::string name;
    std::string title;  // 社工; may be empty
    StaffRole role = StaffRole::desk;
    PasswordHash password;
    bool must_change = false;  // its password, before anything else
    bool disabled = false;
    std::optional<base::Instant> last_seen;
};

// The accounts of the staff. Each change is whole and in the log of changes, which never has a
// password. Thread: that of its database.
class Accounts {
public:
    explicit Accounts(HubDatabase& hub) : database_(hub.connection()), audit_(hub) {}

    base::Result<std::vector<Account>> all();  // by name
    base::Result<bool> any();
    base::Result<std::optional<Account>> find(std::int64_t id);
    // `compared`: the name as names are compared.
    base::Result<std::optional<Account>> named(std::string_view compared);

    enum class First { no, yes };
    // Gives its id. "desk.name-taken"; the first one is only added where there is none:
    // "desk.set-up".
    base::Result<std::int64_t> add(const By& by, const Account& account, std::string_view compared,
                                   First first = First::no);
    // Title, role, whether it is disabled. Whoever is disabled is signed out. "desk.last-manager":
    // nobody could manage any more; "desk.no-account".
    base::Result<void> change(const By& by, const Account& account);
    // Ends the sessions of the account, all but the one with the token `kept`.
    base::Result<void> set_password(const By& by, std::int64_t id, const PasswordHash& password,
                                    bool must_change, std::string_view kept = {});

private:
    sqlite::Database& database_;
    Audit audit_;
};

}  // namespace wenlan::store
