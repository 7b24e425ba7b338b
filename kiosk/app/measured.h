// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the kernel says of this process.
namespace wenlan::app {

// Since it was started, to the kernel's 10 ms.
double ms_since_exec();
// The processor's time that all of its threads took, in all.
double processor_ms();
// Memory in MiB; what is shared with other processes counts in parts (PSS).
double memory_mib();

}  // namespace wenlan::app
