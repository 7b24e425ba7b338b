// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "store/hub/hub_database.h"

namespace wenlan::store {

// Who changes something, and when.
struct By {
    std::string who;  // the account's name; "command line"; never empty
    base::Instant at;
};

// One change, as it is written down. No personal data: names and numbers of residents stay out.
struct AuditEntry {
    std::int64_t number = 0;  // from 1, without gaps
    By by;
    std::string kind;     // "listing.changed"
    std::string subject;  // the id of what was changed; may be empty
    std::string before;   // JSON or a short text; empty: it was not there
    std::string after;    // the same; empty: it is gone
};

// The log of all changes: rows are added and never changed, and each is bound to the one before by
// its hash. Finds damage and tampering with single rows; who may write the whole file could write
// the whole chain anew.
class Audit {
public:
    explicit Audit(HubDatabase& hub) : database_(hub.connection()) {}

    // Inside the transaction of the change itself, so that neither is there without the other.
    base::Result<void> append(const By& by, std::string_view kind, std::string_view subject,
                              std::string_view before, std::string_view after);

    // The newest first, of those with a number below `before`.
    base::Result<std::vector<AuditEntry>> of_subject(std::string_view subject, int count_max,
                                                     std::int64_t before = INT64_MAX);
    base::Result<std::vector<AuditEntry>> newest(int count_max, std::int64_t before = INT64_MAX);

    // Follows the chain from its first row to its last. The error "audit.broken" names the first
    // row that does not fit.
    base::Result<void> verify();

private:
    sqlite::Database& database_;
};

}  // namespace wenlan::store
