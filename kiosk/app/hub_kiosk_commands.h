// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/ports.h"
#include "base/result.h"

namespace CLI {
class App;
}

namespace wenlan::app {

// wenlan-hub kiosk pair [NAME] | list | rename N NAME | revoke N
struct KioskWords {
    enum class What { pair, list, rename, revoke };
    What what = What::list;
    int number = 0;
    std::string name;
};

// Adds the command to the program; gives its subcommands, each of which works on a data folder.
std::vector<CLI::App*> describe_kiosk(CLI::App& cli, KioskWords& words);
base::Result<void> run_kiosk_command(const std::filesystem::path& data, const base::Clock& clock,
                                     const KioskWords& words);

}  // namespace wenlan::app
