// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/screens/action.h"
#include "ui/screens/sheet_frame.h"
#include "ui/screens/walk_in.h"

namespace wenlan::ui::walk_in {

// Who has walked in: the ticket, for some seconds the way back, and the way home.
std::optional<Action> done(Frame& frame, const sheet::Places& at, WalkIn& walk_in);

}  // namespace wenlan::ui::walk_in
