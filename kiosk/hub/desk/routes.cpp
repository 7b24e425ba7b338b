// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/routes.h"

#include <string>

#include "hub/desk/desk_api.h"
#include "hub/desk/handlers.h"
#include "hub/desk/roster_api.h"

namespace wenlan::hub::desk {

namespace {

struct WholePaths {
    std::vector<DeskRoute> table;
    std::vector<std::string> paths;  // what Route::path looks at
};

const WholePaths& all() {
    static const WholePaths whole = [] {
        WholePaths made;
        for (const auto routes :
             {session_routes(), user_routes(), listing_routes(), date_routes(), publishing_routes(),
              history_routes(), file_routes(), surroundings_routes(), screen_routes(),
              roster_view_routes(), roster_change_routes(), person_routes()}) {
            made.table.insert(made.table.end(), routes.begin(), routes.end());
        }
        for (const DeskRoute& route : made.table) {
            made.paths.push_back(std::string(api_path) + std::string(route.path));
        }
        return made;
    }();
    return whole;
}

}  // namespace

std::span<const DeskRoute> api_routes() { return all().table; }

std::vector<Route> desk_routes() {
    std::vector<Route> listed = {{"GET", "/desk/", Role::everyone},
                                 {"GET", "/desk/:file", Role::everyone}};
    const WholePaths& whole = all();
    for (std::size_t i = 0; i < whole.table.size(); ++i) {
        listed.push_back({whole.table[i].method, whole.paths[i], whole.table[i].role});
    }
    return listed;
}

bool fits(std::string_view pattern, std::string_view path, Parameters& parameters) {
    parameters.clear();
    while (!pattern.empty() || !path.empty()) {
        if (!pattern.starts_with('/') || !path.starts_with('/')) return false;
        pattern.remove_prefix(1);
        path.remove_prefix(1);
        const std::string_view wanted = pattern.substr(0, pattern.find('/'));
        const std::string_view given = path.substr(0, path.find('/'));
        if (wanted.starts_with(':')) {
            if (given.empty()) return false;
            parameters.emplace(wanted.substr(1), given);
        } else if (wanted != given) {
            return false;
        }
        pattern.remove_prefix(wanted.size());
        path.remove_prefix(given.size());
    }
    return true;
}

}  // namespace wenlan::hub::desk
