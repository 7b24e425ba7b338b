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

// wenlan-hub backup FILE | restore FILE | check
struct UpkeepWords {
    enum class What { backup, restore, check };
    What what = What::check;
    std::string file;
};

// Adds the commands to the program; gives them, each of which works on a data folder.
std::vector<CLI::App*> describe_upkeep(CLI::App& cli, UpkeepWords& words);
// Whether the command line asks for one of them, and then which.
bool understand_upkeep(const CLI::App& cli, UpkeepWords& words);
base::Result<void> run_upkeep(const std::filesystem::path& data, const base::Clock& clock,
                              const UpkeepWords& words);

}  // namespace wenlan::app
