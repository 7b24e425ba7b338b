// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "sim/sim_disk.h"

namespace wenlan::sim {

// Makes SQLite, for the whole program, open files on this thread's simulated disks. Once.
void use_simulated_disks();

// The disks of this thread, by the first folder of a path: "/k3/outbox.db" is on "k3".
using Disks = std::map<std::string, SimDisk*>;
void set_disks(Disks disks);

}  // namespace wenlan::sim
