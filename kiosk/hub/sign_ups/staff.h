// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/sign_ups/ground.h"
#include "store/hub/audit.h"

namespace wenlan::hub {

// A sign-up as staff see it, read again from what is encrypted.
struct SignUpForStaff {
    store::SignUpRow row;
    domain::Answers answers;  // empty where what is personal has gone
    std::string name() const;
    std::string phone() const;
};

base::Result<std::vector<SignUpForStaff>> roster(SignUpGround& ground, domain::OccasionId occasion);
base::Result<std::vector<SignUpForStaff>> roster(SignUpGround& ground, domain::ListingId listing);
// Who has to be told of something, by occasion.
base::Result<std::vector<SignUpForStaff>> to_be_told(SignUpGround& ground);

// A waiting party gets another place, from 1; the reason is written down. Codes: sign-up.none,
// sign-up.not-waiting, sign-up.no-reason.
base::Result<void> move_waiting(SignUpGround& ground, store::Audit& audit,
                                const domain::SignUpId& id, int place, std::string_view reason,
                                const store::By& by);

// The rights of a kiosk that will not come back: their seats are free again, and what it promised
// with them is not kept. How many there were.
base::Result<int> write_off_kiosk(SignUpGround& ground, store::Audit& audit, int kiosk,
                                  const store::By& by);

// Everything that is kept of whoever has this phone, as JSON, for the person itself.
base::Result<std::string> person_export(SignUpGround& ground, std::string_view phone);
// All of it goes, and what was to come is cancelled. How many sign-ups that were.
base::Result<int> person_forget(SignUpGround& ground, store::Audit& audit, std::string_view phone,
                                const store::By& by);

// A roster as CSV with a heading; what a spreadsheet would take for a formula is made harmless.
std::string as_csv(const std::vector<SignUpForStaff>& roster);

}  // namespace wenlan::hub
