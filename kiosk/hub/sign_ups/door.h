// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "hub/sign_ups/ground.h"
#include "store/hub/audit.h"

namespace wenlan::hub {

// What staff do with a sign-up in front of them. Each names the version that they saw, so that two
// who press at once do it once: "roster.changed-meanwhile"; "roster.none"; "roster.not-possible" in
// its state. All of it is in the log, without a name of a resident. The row as it is now.
struct AtTheDoor {
    SignUpGround& ground;
    store::Audit& audit;
    const store::By& by;
    domain::SignUpId id;
    std::int64_t version = 0;
};

base::Result<store::SignUpRow> check_in(const AtTheDoor& door, int more);
// The last that came, on the same day.
base::Result<store::SignUpRow> undo_check_in(const AtTheDoor& door);
base::Result<store::SignUpRow> cancel(const AtTheDoor& door);
// Of a cancellation: seats where there are any, else the end of the waiting list.
base::Result<store::SignUpRow> restore(const AtTheDoor& door);
base::Result<store::SignUpRow> shrink(const AtTheDoor& door, int party);
enum class Told { by_phone, in_person, not_reached };
base::Result<store::SignUpRow> tell(const AtTheDoor& door, Told how);
// The whole number; the look at it is in the log before it is given. "roster.no-phone"
base::Result<std::string> phone_of(const AtTheDoor& door);

// Whoever has not come loses the seats, now. "roster.too-early" before the start. How many parties.
base::Result<int> release_no_shows(SignUpGround& ground, store::Audit& audit,
                                   domain::OccasionId occasion, const store::By& by);

}  // namespace wenlan::hub
