// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "domain/draw.h"
#include "hub/sign_ups/ground.h"

namespace wenlan::hub {

// Lots for an occasion that more want to see than fit. The hash of the seed is shown before sign-up
// closes, the seed after; everyone who has the list of ids and parties can draw again.
store::Digest commitment_to(domain::OccasionId occasion, const store::Digest& seed);
domain::Lot lot_of(const store::Digest& seed, const domain::SignUpId& id);

// Lots will be drawn; from now on sign-ups are collected. "draw.too-late": some have seats already,
// or sign-up has closed. The commitment, to be published.
base::Result<store::Digest> prepare_draw(SignUpGround& ground, domain::OccasionId occasion,
                                         base::Instant now);

// Once sign-up has closed. "draw.not-yet", "draw.none". Doing it again changes nothing.
base::Result<void> draw_lots(SignUpGround& ground, domain::OccasionId occasion, base::Instant now);

// The same result from what was published; what differs otherwise.
struct DrawCheck {
    bool good = false;
    std::string what;  // one line
};
base::Result<DrawCheck> verify_draw(store::SignUpStore& store, domain::OccasionId occasion);

}  // namespace wenlan::hub
