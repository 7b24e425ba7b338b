// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace wenlan::base {

// Into a pipe or a socket that waits until there is room. False: whoever reads has gone.
bool write_all(int descriptor, std::string_view bytes);

}  // namespace wenlan::base
