// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/local_text.h"
#include "base/ports.h"
#include "base/time.h"
#include "domain/listing.h"
#include "hub/import/report.h"

namespace wenlan::hub {

// What a file may hold at most; beyond it the whole file is refused.
inline constexpr std::size_t import_file_bytes_max = std::size_t{16} << 20;
inline constexpr std::size_t import_events_max = 20'000;
inline constexpr std::size_t import_occasions_max = 50'000;
inline constexpr std::size_t import_occasions_an_event_max = 1'500;
// Texts, in characters. A longer title is refused, longer others are cut with a note.
inline constexpr std::size_t import_title_max = 200;
inline constexpr std::size_t import_short_text_max = 120;
inline constexpr std::size_t import_body_max = 8'000;

// What an import has to know of the centre and of the day.
struct ImportFrame {
    base::Instant now;
    base::Zone zone = base::Zone::shanghai();
    domain::OpeningHours hours[7];  // Monday first: what "all day" means
    std::vector<base::CivilDate> closure_days = {};
    const base::Clock* clock = nullptr;  // to end what takes too long; none: nothing is ended

    base::CivilDate today() const { return zone.local(now).date; }
    base::Instant from() const { return zone.instant({today()}); }  // earlier is over
    // Rules are laid out until here; dates that are named one by one are taken until `named_until`.
    base::Instant rules_until() const { return zone.instant({today().plus_days(120)}); }
    base::Instant named_until() const { return zone.instant({today().plus_days(731)}); }
};

struct ImportedOccasion {
    int line = 0;
    base::Instant start;
    base::Instant end;
    std::string venue;  // its name; empty: the centre itself
    std::string venue_en;
    int capacity = 0;  // 0: no seats are counted
    bool cancelled = false;
};

struct ImportedEvent {
    int line = 0;
    // Stable from import to import: "ics:" and the UID, "csv:" and the number or title.
    std::string key;
    base::LocalText title;
    base::LocalText subtitle;
    base::LocalText body;
    base::LocalText organiser;
    base::LocalText audience;
    std::vector<std::string> categories;  // words for a kind or a tag
    bool new_tags = false;                // a word that is no tag yet becomes one
    std::optional<domain::Join> join;
    std::vector<ImportedOccasion> occasions;
    // The file knows all coming occasions. Otherwise only those of the days that it covers.
    bool complete = true;
};

// What a file came to. The events are good; what is not good is in the report.
struct ParsedFile {
    std::vector<ImportedEvent> events;
    Report report;
    int entries = 0;                             // events or rows that were read, good or not
    std::optional<base::CivilDate> covers_from;  // the first and last day of any row, for CSV
    std::optional<base::CivilDate> covers_to;
};

}  // namespace wenlan::hub
