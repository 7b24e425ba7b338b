// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libical/ical.h>
#include <memory>

#include "base/time.h"

// libical's own kinds, for the files of this folder that ask it about rules and zones.
namespace wenlan::hub {

// libical stops the program at bad input unless told not to. Before the first call.
inline void calm_libical() { icalerror_set_errors_are_fatal(0); }

inline icaltimetype to_ical(const base::CivilTime& time, bool date_only) {
    icaltimetype ical = icaltime_null_time();
    ical.year = time.date.year;
    ical.month = time.date.month;
    ical.day = time.date.day;
    ical.is_date = date_only ? 1 : 0;
    if (!date_only) {
        ical.hour = time.hour;
        ical.minute = time.minute;
        ical.second = time.second;
    }
    return ical;
}

inline base::CivilTime from_ical(const icaltimetype& ical) {
    return {{ical.year, ical.month, ical.day}, ical.hour, ical.minute, ical.second};
}

}  // namespace wenlan::hub
