// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/action.h"
#include "ui/widgets/frame.h"

namespace wenlan::ui::service {

// Of what `days` draws.
float days_height(Frame& frame, float width);
// Five weeks of days with those that are taken crossed out. Returns the height that it used.
float days(Frame& frame, Rect area, const model::EventDetail& detail);

}  // namespace wenlan::ui::service
