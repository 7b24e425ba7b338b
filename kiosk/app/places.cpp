// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/places.h"

#include <cstdlib>

namespace wenlan::app {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

fs::path own_or(const fs::path& assets, const char* name, const fs::path& built) {
    std::error_code ignored;
    if (!assets.empty() && fs::is_directory(assets / name, ignored)) return assets / name;
    return built;
}

fs::path users_data() {
    if (const std::string xdg = environment("XDG_DATA_HOME"); !xdg.empty())
        return fs::path(xdg) / "wenlan";
    if (const std::string home = environment("HOME"); !home.empty())
        return fs::path(home) / ".local/share/wenlan";
    return "/var/lib/wenlan";
}

}  // namespace

Places find_places(const Options& options) {
    const fs::path assets =
        options.assets.empty() ? fs::path(environment("WENLAN_ASSETS")) : options.assets;
    const fs::path built = WENLAN_ASSETS;
    Places places;
    places.data = options.config.data.empty() ? users_data() : options.config.data;
    places.demo = own_or(assets, "demo", WENLAN_DEMO);
    places.drawn.shaders = own_or(assets, "shaders", WENLAN_SHADERS);
    places.drawn.pictures = {own_or(assets, "posters", built / "posters"), places.data / "poster"};
    places.drawn.icons = own_or(assets, "icons", built / "icons");
    places.drawn.stills = own_or(assets, "stills", WENLAN_STILLS);
    return places;
}

}  // namespace wenlan::app
