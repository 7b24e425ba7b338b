// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "domain/listing.h"
#include "hub/sign_ups/ground.h"

namespace wenlan::hub {

// What happens to sign-ups by itself as time passes. Each does one transaction; all may be asked as
// often as one likes.

// What the programme says of occasions now: new ones, new times and capacities, cancellations. Who
// is affected is put down to be told.
struct OccasionNow {
    domain::Occasion occasion;
    int taken_elsewhere = 0;  // seats that staff count apart from the sign-ups
};
base::Result<void> take_occasions(SignUpGround& ground, std::span<const OccasionNow> occasions,
                                  base::Instant now);

// Holds that have run out, seats for who waits, the end of waiting lists, no-shows.
base::Result<void> keep_up(SignUpGround& ground, base::Instant now);

// What is personal goes when its time has come, and with the last of a month its key.
base::Result<int> delete_what_is_past(SignUpGround& ground, base::Instant now);

// Hands a kiosk as many rights as the rule allows; all that are of use to it now.
base::Result<std::vector<sync::SeatGrant>> rights_for(SignUpGround& ground, int kiosk,
                                                      base::Instant now);

}  // namespace wenlan::hub
