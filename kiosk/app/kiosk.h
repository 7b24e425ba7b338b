// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

namespace wenlan::app {

// Wires a kiosk from its options and runs it to its end: for people, for a tour or for a bench.
// Gives the exit code; the reason of a failure is printed.
int run_kiosk(const Options& options);

}  // namespace wenlan::app
