// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

// Where a hub hears its screens.
namespace wenlan::sync {

inline constexpr std::string_view pair_path = "/api/v1/kiosk/pair";
inline constexpr std::string_view pair_confirm_path = "/api/v1/kiosk/pair/confirm";
inline constexpr std::string_view health_path = "/api/v1/kiosk/health";

}  // namespace wenlan::sync
