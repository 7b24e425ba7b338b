// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/memory.h"

#include <malloc.h>

namespace wenlan::base {

void give_free_memory_back() { malloc_trim(0); }

void keep_little_freed_memory() {
    constexpr int large_bytes = 256 * 1024;
    // Said once, the threshold no longer grows with what is freed.
    mallopt(M_MMAP_THRESHOLD, large_bytes);
    mallopt(M_ARENA_MAX, 1);
}

}  // namespace wenlan::base
