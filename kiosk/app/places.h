// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "app/options.h"
#include "gfx/graphics.h"

namespace wenlan::app {

// Where a kiosk's files lie.
struct Places {
    std::filesystem::path data;
    std::filesystem::path demo;  // the demonstration programme
    gfx::Folders drawn;
};

// What the options name, else $WENLAN_ASSETS and $XDG_DATA_HOME, else the build's own folders and
// ~/.local/share/wenlan. A folder that the chosen assets lack is the build's.
Places find_places(const Options& options);

}  // namespace wenlan::app
