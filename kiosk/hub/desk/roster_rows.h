// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/api/sign_up_api.h"
#include "hub/desk/desk.h"
#include "hub/desk/fields.h"
#include "hub/desk/roster_book.h"

namespace wenlan::hub::desk {

// Rows and Occasions of roster_api.h, as what comes in names them.

// What a row's page needs besides the row: the listing's own questions, and when somebody who has
// seats from the waiting list has to be told.
struct RosterFrame {
    domain::Form form;
    base::Instant start{};
    base::Instant now{};
};

base::Result<Json> row_json(SignUpGround& ground, const RosterFrame& frame,
                            const RosterEntry& entry);
// The listing, date and venue of an occasion. "roster.none"
struct RosterOccasion {
    domain::Listing listing;
    domain::Occasion date;
    base::LocalText venue;
    store::OccasionBook book;
};
base::Result<RosterOccasion> roster_occasion(SignUpHub& hub, domain::OccasionId id);
Json occasion_json(const RosterOccasion& occasion, const std::vector<RosterEntry>& roster);

// What people ticked or chose: how many parties each, the most frequent first.
Json needs_json(const domain::Form& form, const std::vector<RosterEntry>& roster);

// Works on the sign-ups while nobody else does.
template <typename Work>
base::Result<Reply> on_sign_ups(Desk& desk, Work work) {
    SignUpApi* const sign_ups = desk.parts().sign_ups;
    if (sign_ups == nullptr) return base::Error{"roster.none", "This hub takes no sign-ups."};
    return sign_ups->with_hub(work);
}

RosterFrame frame_of(const RosterOccasion& occasion, base::Instant now);

}  // namespace wenlan::hub::desk
