// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "model/view.h"
#include "ui/screens/action.h"

namespace wenlan::ui {

// What a page is called in the semantics tree.
std::string_view screen_id(const Place& place, const model::View& view);

}  // namespace wenlan::ui
