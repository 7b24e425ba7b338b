// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "app/config.h"
#include "base/result.h"
#include "base/time.h"

namespace wenlan::app {

// The command line of wenlan-kiosk, over what its configuration file says.
struct Options {
    Config config;
    std::filesystem::path assets;  // empty: those of the build
    std::optional<base::Instant> now;
    std::filesystem::path tour;  // empty: a kiosk for people
    std::filesystem::path shots = "shots";
    bool window_system = false;   // a tour in a window
    std::string bench;            // empty: none
    std::filesystem::path input;  // of a bench that reads a table
    int touches = 10'000;         // of the random visitor
    int listings = 100'000;       // of the search bench
    std::uint64_t seed = 1;
    std::optional<bool> demonstration_hub;  // none: for people, where no source is configured
    bool preview = false;                   // draw what stdin asks for (preview.h)
    bool set_staff_code = false;            // read it and print the line for the settings
    std::string pairing_code;               // pair with the hub, then end; empty: do not
};

// The program ends at once with this code; what there was to say is printed.
struct Ended {
    int code = 0;
};

// Reads the command line and the configuration file that it names. Help and wrong usage are
// printed.
std::variant<Options, Ended> read_options(int argc, const char* const* argv);

}  // namespace wenlan::app
