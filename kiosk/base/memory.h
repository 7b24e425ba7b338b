// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace wenlan::base {

// Hands what was freed back to the system: for whoever has just let go of many small pieces.
void give_free_memory_back();

}  // namespace wenlan::base
