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

// wenlan-hub user list | add NAME --role R --password-stdin | password NAME --password-stdin |
// disable NAME | enable NAME
struct UserWords {
    enum class What { list, add, password, disable, enable };
    What what = What::list;
    std::string name;
    std::string title;
    std::string role;
    bool password_stdin = false;
};

// Adds the command to the program; gives its subcommands, each of which works on a data folder.
std::vector<CLI::App*> describe_user(CLI::App& cli, UserWords& words);
base::Result<void> run_user_command(const std::filesystem::path& data, const base::Clock& clock,
                                    const UserWords& words);

}  // namespace wenlan::app
