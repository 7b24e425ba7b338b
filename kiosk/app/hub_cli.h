// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/hub_kiosk_commands.h"
#include "app/hub_listing_commands.h"
#include "app/hub_poster_commands.h"
#include "app/hub_serve.h"
#include "app/hub_sign_up_commands.h"
#include "app/hub_upkeep_commands.h"
#include "app/hub_user_commands.h"
#include "base/time.h"
#include "hub/import/import.h"

namespace wenlan::app {

// What every command of the hub is told.
struct HubPlace {
    std::filesystem::path data;
    std::optional<base::Instant> now;  // instead of the system's clock
};

struct HubInit {
    HubPlace place;
    bool demonstration = false;
    std::filesystem::path demo;  // the demonstration's files
    std::string name;            // of the centre
    std::string name_en;
};

struct HubImport {
    HubPlace place;
    hub::ImportRequest request;
};

struct HubPublish {
    HubPlace place;
};

struct HubListing {
    HubPlace place;
    ListingWords words;
};

struct HubListingPoster {
    HubPlace place;
    PosterWords words;
};

struct HubUpkeep {
    HubPlace place;
    UpkeepWords words;
};

struct HubServe {
    HubPlace place;
    ServeWords words;
};

struct HubExport {
    HubPlace place;
    std::filesystem::path stick;
};

struct HubRotateKeys {
    HubPlace place;
    bool new_epoch = false;
};

struct HubKiosk {
    HubPlace place;
    KioskWords words;
};

struct HubSignUps {
    HubPlace place;
    SignUpWords words;
};

struct HubUser {
    HubPlace place;
    UserWords words;
};

struct HubRoutes {};

// The command line ended the program: help, version, or wrong usage.
struct HubEnded {
    int code = 0;
};

using HubCommand =
    std::variant<HubEnded, HubInit, HubImport, HubPublish, HubListing, HubListingPoster, HubUpkeep,
                 HubServe, HubExport, HubRotateKeys, HubKiosk, HubSignUps, HubUser, HubRoutes>;

// Reads the command line; prints help, or one line about what is wrong with it.
HubCommand read_hub_command(int argc, const char* const* argv);

// Does what was asked and gives the exit code: 0 done, 1 failed with a line on stderr.
int run_hub_command(const HubCommand& command);

}  // namespace wenlan::app
