// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/result.h"
#include "model/view.h"
#include "station/cards.h"
#include "station/standpoint.h"

namespace wenlan::station {

// What of the events page is the same for a whole day.
struct EventsFrame {
    std::vector<model::DayMark> strip;
    std::vector<domain::Tag> chips;
};
base::Result<EventsFrame> events_frame(const Standpoint& standpoint);

// The page of a day of the strip.
base::Result<model::EventsPage> events_page(const Standpoint& standpoint, const EventsFrame& frame,
                                            const std::vector<Seen>& today, base::CivilDate day,
                                            const model::EventFilter& filter);

}  // namespace wenlan::station
