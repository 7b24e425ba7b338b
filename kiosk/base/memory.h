// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace wenlan::base {

// Hands what was freed back to the system: for whoever has just let go of many small pieces.
void give_free_memory_back();

// From then on large pieces go back to the system as soon as they are freed, and threads share one
// store of small ones. Before any thread starts, by programs that decode pictures and never end:
// after 40 flicks through 200 cards 165 MiB instead of 192.
void keep_little_freed_memory();

}  // namespace wenlan::base
