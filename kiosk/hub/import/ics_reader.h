// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "hub/import/report.h"

namespace wenlan::hub {

struct IcsProperty {
    int line = 0;      // of the file, where the property begins
    std::string name;  // upper case
    std::vector<std::pair<std::string, std::string>> parameters;  // names in upper case
    std::string value;                                            // as written, still escaped

    std::string_view parameter(std::string_view key) const;
};

// VCALENDAR, VEVENT, VTIMEZONE, STANDARD or DAYLIGHT, with the properties that an import reads.
struct IcsComponent {
    std::string name;
    int line = 0;
    bool closed = false;  // false: the file ends inside of it
    std::vector<IcsProperty> properties;
    std::vector<IcsComponent> children;

    const IcsProperty* first(std::string_view property) const;
};

// Reads the content lines of RFC 5545 and what is common in the wild: bare LF or CR as line ends,
// lines folded in the middle of a character, unescaped line breaks inside a text, a byte order
// mark, components that are not closed. The root has no name and holds what the file holds. Alarms,
// to-dos and unknown properties are passed over.
base::Result<IcsComponent> read_ics(std::string_view bytes, Report& report);

// "\n", "\," and the like become what they stand for.
std::string ics_unescaped(std::string_view text);

}  // namespace wenlan::hub
