// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "base/time.h"
#include "model/view.h"
#include "station/browsing.h"
#include "station/detail_page.h"
#include "station/search.h"

namespace wenlan::station {

// What one resident has chosen; ends with the visit.
struct Visit {
    Visit(std::uint64_t number_, model::VisitSettings lobby) : number(number_), settings(lobby) {}

    std::uint64_t number;
    model::VisitSettings settings;
    std::optional<base::CivilDate> day;  // of the events page; none: today, whichever day it is
    model::EventFilter filter;
    std::optional<DetailPlace> detail;
    Browsing browsing;
    Sought sought;
};

}  // namespace wenlan::station
