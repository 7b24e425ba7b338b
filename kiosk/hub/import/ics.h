// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/result.h"
#include "hub/import/event.h"

namespace wenlan::hub {

// Reads an iCalendar file (RFC 5545) into events with their coming dates. Times without a zone are
// the centre's. An error means that the file as a whole is none that can be taken; what is wrong
// with single events is in the report. Takes bounded time and memory whatever the file holds.
base::Result<ParsedFile> parse_ics(std::string_view bytes, const ImportFrame& frame);

}  // namespace wenlan::hub
