// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace wenlan::hub {

enum class Role { everyone, kiosk, desk, editor, manager };
std::string_view name_of(Role role);  // "public", "kiosk", ...

struct Route {
    std::string_view method;
    std::string_view path;  // parameters as :name
    Role role;
};

}  // namespace wenlan::hub
