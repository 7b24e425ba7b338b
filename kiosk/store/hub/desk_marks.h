// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/ids.h"
#include "store/hub/audit.h"
#include "store/hub/hub_database.h"

namespace wenlan::store {

// A draft that waits for somebody to look at it.
struct Review {
    By by;
    std::string note;
};

struct UrgentNotice {
    domain::ListingId listing;
    By by;
    std::optional<std::int64_t> epoch, version;  // of the programme that has it first
};

// What the desk keeps of listings besides what they say. Thread: that of its database.
class DeskMarks {
public:
    explicit DeskMarks(HubDatabase& hub) : database_(hub.connection()), audit_(hub) {}

    base::Result<std::optional<Review>> review(domain::ListingId listing);
    base::Result<void> ask_review(const By& by, domain::ListingId listing, const std::string& note);
    base::Result<void> end_review(domain::ListingId listing);

    // It is to be published at once, whatever happens to the program meanwhile.
    base::Result<void> ask_publish(domain::ListingId listing);
    base::Result<std::vector<domain::ListingId>> publish_asked();
    // Of those, what has been published as it stands.
    base::Result<void> note_published();

    base::Result<void> add_notice(const By& by, domain::ListingId listing);
    base::Result<void> note_notice(domain::ListingId listing, std::int64_t epoch,
                                   std::int64_t version);
    base::Result<void> end_notice(domain::ListingId listing);
    // That are not over, the newest first.
    base::Result<std::vector<UrgentNotice>> notices();

private:
    base::Result<void> forget(std::string_view sql, domain::ListingId listing);

    sqlite::Database& database_;
    Audit audit_;
};

}  // namespace wenlan::store
