// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "hub/import/event.h"
#include "hub/import/ics_event.h"
#include "hub/import/ics_rule.h"

namespace wenlan::hub {

// Lays out one series, that is the events of a calendar that share a UID: the event itself with its
// rules and dates, and those that replace single dates of it. Usually becomes one event; a date
// with a title of its own becomes another. What cannot be laid out is said in the report.
std::vector<ImportedEvent> lay_out_series(const std::vector<IcsEvent>& series,
                                          const ImportFrame& frame, RuleBudget& budget,
                                          Report& report);

}  // namespace wenlan::hub
