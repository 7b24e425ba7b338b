// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/api/routes.h"

#include <array>

#include "hub/api/kiosk_api.h"
#include "hub/api/sign_up_api.h"
#include "hub/api/site_api.h"
#include "hub/desk/desk_api.h"
#include "hub/pocket/pocket_api.h"

namespace wenlan::hub {

std::string_view name_of(Role role) {
    constexpr std::array<std::string_view, 5> names = {"public", "kiosk", "desk", "editor",
                                                       "manager"};
    return names[static_cast<std::size_t>(role)];
}

std::vector<Route> all_routes() {
    std::vector<Route> all;
    for (const auto routes : {SiteApi::routes(), KioskApi::routes(), SignUpApi::routes(),
                              pocket::PocketApi::routes()}) {
        all.insert(all.end(), routes.begin(), routes.end());
    }
    const auto desk = desk::desk_routes();
    all.insert(all.end(), desk.begin(), desk.end());
    return all;
}

}  // namespace wenlan::hub
