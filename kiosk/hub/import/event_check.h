// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/time.h"
#include "hub/import/event.h"

namespace wenlan::hub {

// What calendars and tables share in judging an event.

// Both languages filled from one where the words are not Chinese.
base::LocalText local_text(std::string zh, std::string en);
// False, and said in the report, when there is no title, a damaged or a far too long one.
bool title_is_fit(const base::LocalText& title, int line, Report& report);
// Cuts what is too long and refuses what is damaged (false), each with a word in the report.
bool texts_are_fit(ImportedEvent& event, Report& report);

using Span = std::pair<base::Instant, base::Instant>;
// The opening hours of each day of an all-day event, from today on and for at most 120 days. A day
// of rest is left out, or taken whole when the event has no other day.
std::vector<Span> all_day_spans(base::CivilDate first, int days, const ImportFrame& frame);

// Sorts, leaves out what is over or too far away, and says so when nothing is left (false).
bool keep_coming(ImportedEvent& event, const ImportFrame& frame, Report& report);

// "9f3c..." of a text, to name what has no name of its own. Not for secrets.
std::string fingerprint(std::string_view text);

inline constexpr base::Duration assumed_length = std::chrono::hours{1};
inline constexpr base::Duration length_max = std::chrono::hours{24 * 366};

}  // namespace wenlan::hub
