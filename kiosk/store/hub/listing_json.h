// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/listing.h"
#include "domain/series.h"

namespace wenlan::store {

// How the log of changes writes things down: compact JSON, and of what was there before only what
// became another.
struct BeforeAfter {
    std::string before;  // empty: it was not there
    std::string after;

    bool same() const { return before == after; }
};

BeforeAfter changes_of(const domain::Listing& before, const domain::Listing& after);
// Of one that is new: what it says, without what it does not.
std::string words_of(const domain::Listing& listing);

BeforeAfter changes_of(const domain::Centre& before, const domain::Centre& after);
BeforeAfter changes_of(const domain::Venue& before, const domain::Venue& after);
BeforeAfter changes_of(const domain::Tag& before, const domain::Tag& after);
BeforeAfter changes_of(const domain::Series& before, const domain::Series& after);
std::string words_of(const domain::Series& series);
std::string words_of(const domain::Occasion& occasion);

// Everything that is said of one, as JSON; the words above are parts of it.
std::string json_text(const domain::Listing& listing);
std::string json_text(const domain::Centre& centre);
std::string json_text(const domain::Venue& venue);
std::string json_text(const domain::Tag& tag);
std::string json_text(const domain::Series& series);
std::string json_text(const domain::Occasion& occasion);

// "2026-11-22T14:00:00"; the inverse takes nothing else.
std::string wall_text(const base::CivilTime& wall);
std::optional<base::CivilTime> parse_wall(std::string_view text);

}  // namespace wenlan::store
