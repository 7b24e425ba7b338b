// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "ui/semantics/semantics.h"

namespace wenlan::ui {

// What is wrong with a frame's tree, whatever the page and however it was reached: a page without
// a way on, something to press without a name, a place that is no place. Empty: nothing.
std::string fault_of(const Semantics& screen, float panel_width, float panel_height);

}  // namespace wenlan::ui
