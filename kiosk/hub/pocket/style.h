// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace wenlan::hub::pocket {

// assets/pocket/style.css, part of the program: a page that is served has it.
std::string_view style();

}  // namespace wenlan::hub::pocket
