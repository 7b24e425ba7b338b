// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk_folders.h"

#include <cstdlib>
#include <memory>

#include "app/hub_lock.h"

namespace wenlan::app {

namespace fs = std::filesystem;

DeskFolders find_desk_folders() {
    DeskFolders folders{WENLAN_DESK, fs::path(WENLAN_ASSETS) / "posters"};
    const char* const assets = std::getenv("WENLAN_ASSETS");
    if (assets == nullptr) return folders;
    std::error_code ignored;
    if (fs::is_directory(fs::path(assets) / "desk", ignored)) {
        folders.pages = fs::path(assets) / "desk";
    }
    if (fs::is_directory(fs::path(assets) / "posters", ignored)) {
        folders.posters = fs::path(assets) / "posters";
    }
    return folders;
}

hub::desk::TakeFolderLock folder_lock(const fs::path& data) {
    return [data]() -> base::Result<std::shared_ptr<void>> {
        return std::shared_ptr<void>(std::make_shared<HubLock>(TRY(HubLock::take(data))));
    };
}

base::Result<std::string> desk_in_words(hub::desk::Desk& desk, const std::string& url) {
    const auto token = TRY(desk.set_up_token());
    if (!token) return "Desk: " + url + "desk/\n";
    return "Desk, to set it up (good once): " + url + "desk/#setup=" + *token + "\n";
}

}  // namespace wenlan::app
