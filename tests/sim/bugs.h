// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/planted_bug.h"

namespace wenlan::sim {

bool bugs_are_built_in();
std::vector<std::string> bug_names();
std::optional<base::Bug> bug_named(std::string_view name);
// On this thread.
void plant(base::Bug bug);

}  // namespace wenlan::sim
