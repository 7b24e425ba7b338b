// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"

namespace wenlan::sync {

// Port: a kiosk's line to its hub. Anything may happen on it: an error does not say whether the hub
// has heard.
class HubLine {
public:
    virtual ~HubLine() = default;
    // The bytes that the hub answers, within `limit`.
    virtual base::Result<std::string> ask(std::string_view path, const std::string& body,
                                          base::Duration limit) = 0;
};

// The code of an error that says nothing of the hub: who asked wanted the line for something else.
inline constexpr std::string_view line_gave_way = "hub.gave-way";

inline constexpr std::string_view submit_path = "/api/v1/kiosk/sign-ups";
inline constexpr std::string_view hold_path = "/api/v1/kiosk/hold";
inline constexpr std::string_view look_up_path = "/api/v1/look-up";

}  // namespace wenlan::sync
