// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "model/view.h"
#include "station/office.h"

namespace wenlan::station {

// What residents are told of the line to the office, and only where it matters to them.
struct SyncShown {
    model::SyncState state = model::SyncState::ok;
    std::optional<base::CivilDate> expired_of;

    bool operator==(const SyncShown&) const = default;
    // Seats as they last were: nobody confirms them now.
    bool approximate() const { return state == model::SyncState::away; }
    // They are too old to be told at all.
    bool unknown() const { return expired_of.has_value(); }
};

SyncShown sync_shown(const OfficeReport& report, base::Instant now, const base::Zone& zone);

// The same in full.
model::StaffSync staff_sync(const OfficeReport& report, base::Instant now, const base::Zone& zone);

}  // namespace wenlan::station
