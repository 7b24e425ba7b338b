// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "base/local_text.h"
#include "store/hub/calendar_book.h"

namespace wenlan::hub::pocket {

// Whose calendar it is.
struct IcsFrame {
    std::string name;        // as a calendar program lists it
    std::string centre_id;   // by which entries of this centre are told from another's
    std::string public_url;  // that ends where listings' keys begin; may be empty
    base::Language language = base::Language::zh;
    bool feed = true;  // that is fetched again and again; false: one date, to be kept
};

// iCalendar as RFC 5545 has it: escaped and folded by libical, the zone described, each date with a
// name that stays, its number and its state.
std::string write_ics(const IcsFrame& frame, std::span<const store::CalendarEntry> entries);

}  // namespace wenlan::hub::pocket
