// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "store/hub/accounts.h"

namespace wenlan::store {

struct DeskSession {
    Account account;
    base::Instant began;
    base::Instant seen;
};

// Who is signed in at the desk, by the hashes of their tokens. Not in the log of changes, but for
// the signing in. Thread: that of its database.
class DeskSessions {
public:
    explicit DeskSessions(HubDatabase& hub) : database_(hub.connection()), audit_(hub) {}

    base::Result<void> begin(const By& by, std::string_view token, std::int64_t account);
    // None: there is no such session. It may be over.
    base::Result<std::optional<DeskSession>> find(std::string_view token);
    base::Result<void> mark_seen(std::string_view token, base::Instant now);
    base::Result<void> end(std::string_view token);
    base::Result<void> end_of(const By& by, std::int64_t account);
    // What has been silent since then, or began before that.
    base::Result<void> end_old(base::Instant seen_before, base::Instant began_before);

    // A browser in which the account has signed in.
    base::Result<bool> knows(std::string_view browser, std::int64_t account);
    base::Result<void> know(std::string_view browser, std::int64_t account, base::Instant now);

private:
    sqlite::Database& database_;
    Audit audit_;
};

}  // namespace wenlan::store
