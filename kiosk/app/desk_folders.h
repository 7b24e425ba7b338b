// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "hub/desk/desk.h"
#include "hub/desk/ports.h"

namespace wenlan::app {

// Where what the desk shows lies: in $WENLAN_ASSETS, else in the build's own folders.
struct DeskFolders {
    std::filesystem::path pages;
    std::filesystem::path posters;  // the built-in ones
};
DeskFolders find_desk_folders();

// For a desk of that data folder.
hub::desk::TakeFolderLock folder_lock(const std::filesystem::path& data);

// What to tell whoever starts the hub of its desk, in lines: where it is, and, as long as nobody
// has an account, the link by which the first one is made. `url` ends with a slash.
base::Result<std::string> desk_in_words(hub::desk::Desk& desk, const std::string& url);

}  // namespace wenlan::app
