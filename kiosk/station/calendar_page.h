// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/intent.h"
#include "model/view.h"
#include "station/standpoint.h"

namespace wenlan::station {

// Whether a month can be turned to on `today`, and the chosen day is on its page.
bool is_reachable(const model::ShowMonth& month, base::CivilDate today);

base::Result<model::CalendarPage> calendar_page(const Standpoint& standpoint,
                                                const model::ShowMonth& month);

}  // namespace wenlan::station
