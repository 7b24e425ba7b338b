// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/ports.h"
#include "base/result.h"

namespace CLI {
class App;
}

namespace wenlan::app {

// wenlan-hub signups list|export|tell|odd|move|write-off|carry|rotate-key, person export|forget,
// draw prepare|verify
struct SignUpWords {
    enum class What {
        list,
        export_csv,
        tell,
        odd,
        move,
        write_off,
        carry,
        rotate_key,
        person_export,
        person_forget,
        draw_prepare,
        draw_verify,
    };
    What what = What::list;
    std::int64_t occasion = 0;
    std::int64_t listing = 0;
    std::string id;
    int place = 1;
    std::string reason;
    int kiosk = 0;
    std::string phone;
    std::filesystem::path stick;
};

// Adds the commands to the program; gives their subcommands, each of which works on a data folder.
std::vector<CLI::App*> describe_sign_ups(CLI::App& cli, SignUpWords& words);
base::Result<void> run_sign_up_command(const std::filesystem::path& data, const base::Clock& clock,
                                       const SignUpWords& words);

}  // namespace wenlan::app
