// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "model/view.h"
#include "station/standpoint.h"

namespace wenlan::station {

// Whether the social worker is there now, or when she is back. None: the centre names nobody, or no
// hours.
std::optional<model::DutyNow> duty_now(const Standpoint& standpoint);

}  // namespace wenlan::station
