// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/local_text.h"
#include "hub/import/ics_reader.h"
#include "hub/import/ics_time.h"
#include "hub/import/report.h"

namespace wenlan::hub {

// A time of the calendar with the zone it is in.
struct IcsMoment {
    IcsTime time;
    IcsZone zone;

    base::Instant instant() const { return zone.instant(time.wall); }
};

struct IcsExtraDate {
    IcsMoment start;
    std::optional<base::Duration> length;  // none: that of the event
};

// A VEVENT whose values could all be read.
struct IcsEvent {
    int line = 0;
    std::string uid;  // empty: it has none
    int sequence = 0;
    base::LocalText title;
    base::LocalText body;
    std::string location;
    std::string organiser;
    std::vector<std::string> categories;
    IcsMoment start;
    base::Duration length{};  // of a timed event
    int days = 1;             // of an all-day event
    std::vector<IcsProperty> rules;
    std::vector<IcsProperty> excluded_rules;
    std::vector<IcsExtraDate> extra;
    std::vector<IcsMoment> excluded;
    std::optional<IcsMoment> replaces;  // RECURRENCE-ID
    bool cancelled = false;
};

// None: it cannot or should not be taken; the report says why.
std::optional<IcsEvent> read_ics_event(const IcsComponent& vevent, IcsZones& zones, Report& report);

}  // namespace wenlan::hub
