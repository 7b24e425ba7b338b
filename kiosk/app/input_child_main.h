// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace wenlan::app {

// The other end of InputChild: answers questions that come in on this descriptor until it is
// closed. The process can then neither open files nor reach a network, and leaves no core dump.
// Gives the exit code.
int run_input_child(int descriptor);

inline constexpr int input_descriptor = 3;

}  // namespace wenlan::app
