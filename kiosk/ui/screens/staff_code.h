// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/screens/action.h"
#include "ui/widgets/frame.h"

namespace wenlan::ui::staff {

// The pad that asks for the code. Null: the station has not said yet who may enter.
std::optional<Action> draw_code(Frame& frame, const model::StaffPage* page);

}  // namespace wenlan::ui::staff
