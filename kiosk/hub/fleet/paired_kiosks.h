// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/fleet/fleet.h"
#include "hub/sign_ups/ground.h"

namespace wenlan::hub {

// The screens of the register, for the desk of the sign-ups: one that was revoked no longer speaks.
class PairedKiosks final : public KnownKiosks {
public:
    // The fleet outlives it.
    explicit PairedKiosks(Fleet& fleet) : fleet_(fleet) {}

    bool vouches(int kiosk, std::string_view message) const override;
    int count() const override;

private:
    Fleet& fleet_;
};

}  // namespace wenlan::hub
