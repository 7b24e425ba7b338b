// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace wenlan::sync {

// compress() at its most thorough, in a process of its own that steps back for all others: it takes
// seconds and more memory than a hub otherwise has. "object.no-child" if there can be none.
base::Result<std::string> pack_in_child(std::string_view database);

}  // namespace wenlan::sync
