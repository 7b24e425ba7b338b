// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/action.h"
#include "ui/widgets/frame.h"

// The parts of the volunteers' page.
namespace wenlan::ui::volunteering {

// The urgent call with its picture, or thanks when there is none.
float banner_height(const Frame& frame, float width);
std::optional<Action> banner(Frame& frame, Rect rect, const model::VolunteeringPage& page);

// What volunteers did this year; zeros are left out, and all of it when nothing is left.
float sums_height(const Frame& frame, const domain::VolunteerYear& year);
void sums(Frame& frame, Rect rect, const domain::VolunteerYear& year);

// One call: its day, what, where and when, the places that are taken and missing.
float call_height(const Frame& frame, float width);
std::optional<Action> call_card(Frame& frame, Rect rect, const model::EventCard& card);

}  // namespace wenlan::ui::volunteering
