// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intent.h"
#include "model/view.h"

// The month and the house of the programme made by hand.
namespace wenlan::test {

// Around November 2026: one month back, three ahead. Even days have three events, odd ones none.
model::CalendarPage calendar_page(const model::ShowMonth& wanted, base::CivilDate today);

inline constexpr domain::VenueId studio{3};
model::CentrePage centre_page(const model::ShowCentre& wanted);

}  // namespace wenlan::test
