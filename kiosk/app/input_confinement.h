// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace wenlan::app {

// From now on this process can open no file, reach no network, start no program and look into no
// other process: such calls fail. Where the system does not offer it nothing changes.
void confine_input_child();

// The same for one that draws: it can open files, but reach no network, start no program and look
// into no other process.
void confine_preview();

}  // namespace wenlan::app
