// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/memory.h"

#include <malloc.h>

namespace wenlan::base {

void give_free_memory_back() { malloc_trim(0); }

}  // namespace wenlan::base
