// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/csv.h"

#include <algorithm>
#include <map>
#include <string>

#include "hub/import/clean_text.h"
#include "hub/import/csv_row_event.h"
#include "hub/import/encoding.h"
#include "hub/import/event_check.h"

namespace wenlan::hub {
namespace {

using base::Error;
using base::Result;

constexpr std::size_t id_bytes_max = 200;
constexpr std::size_t heading_rows_max = 15;

struct Heading {
    Columns columns;
    std::size_t row = 0;
};

// Sheets often have a title above the table.
std::optional<Heading> find_heading(const std::vector<CsvRow>& rows) {
    for (std::size_t index = 0; index < std::min(rows.size(), heading_rows_max); ++index) {
        if (auto columns = read_columns(rows[index])) return Heading{std::move(*columns), index};
    }
    return std::nullopt;
}

// Whether the file's 03/04/2026 is March or April, if another of its dates tells.
DateOrder order_in(const std::vector<CsvRow>& rows, const Heading& heading) {
    bool day_first = false;
    bool month_first = false;
    for (std::size_t index = heading.row + 1; index < rows.size(); ++index) {
        for (const Column column : {Column::date, Column::end_date, Column::start, Column::end}) {
            const DateOrder order = date_order_of(heading.columns.cell(rows[index], column));
            day_first = day_first || order == DateOrder::day_first;
            month_first = month_first || order == DateOrder::month_first;
        }
    }
    if (day_first == month_first) return DateOrder::unknown;
    return day_first ? DateOrder::day_first : DateOrder::month_first;
}

void note_unknown(const std::vector<CsvRow>& rows, const Heading& heading, Report& report) {
    if (heading.columns.unknown.empty()) return;
    std::string names;
    for (const std::string& name : heading.columns.unknown) {
        names += (names.empty() ? "" : ", ") + name;
    }
    report.note(rows[heading.row].line, "csv.unused-columns",
                "These columns are not used: " + names + ".");
}

// Gathers rows into events.
class Gatherer {
public:
    Gatherer(const ImportFrame& frame, ParsedFile& file) : frame_(frame), file_(file) {}

    void take(ImportedEvent event, std::string_view id) {
        cover(event);
        const bool numbered = !id.empty();
        event.complete = numbered;
        const std::string name =
            numbered ? (id.size() > id_bytes_max ? fingerprint(id) : std::string{id})
                     : folded(event.title.zh);
        event.key = "csv:" + std::string{numbered ? "id:" : "title:"} + name;
        if (event.key.size() > id_bytes_max * 2) event.key = "csv:long:" + fingerprint(event.key);
        if (!keep_coming(event, frame_, file_.report)) return;
        const auto [at, fresh] = by_key_.try_emplace(event.key, file_.events.size());
        if (fresh) {
            file_.events.push_back(std::move(event));
            return;
        }
        join(at->second, std::move(event));
    }

private:
    void cover(const ImportedEvent& event) {
        for (const ImportedOccasion& occasion : event.occasions) {
            const base::CivilDate date = frame_.zone.local(occasion.start).date;
            file_.covers_from = std::min(file_.covers_from.value_or(date), date);
            file_.covers_to = std::max(file_.covers_to.value_or(date), date);
        }
    }

    // A further row of an event adds its dates; words that the first left empty are filled.
    void join(std::size_t place, ImportedEvent more) {
        ImportedEvent& event = file_.events[place];
        for (const auto& field : {&ImportedEvent::subtitle, &ImportedEvent::body,
                                  &ImportedEvent::organiser, &ImportedEvent::audience}) {
            if ((event.*field).empty()) event.*field = more.*field;
        }
        for (const std::string& word : more.categories) {
            const auto same = std::find(event.categories.begin(), event.categories.end(), word);
            if (same == event.categories.end()) event.categories.push_back(word);
        }
        std::vector<ImportedOccasion> elsewhere;
        for (ImportedOccasion& occasion : more.occasions) {
            if (!add(event, occasion)) elsewhere.push_back(std::move(occasion));
        }
        for (ImportedOccasion& occasion : elsewhere) take_elsewhere(more, std::move(occasion));
    }
    // False: the event has a date at that time in another place.
    bool add(ImportedEvent& event, const ImportedOccasion& occasion) {
        const auto same = std::find_if(
            event.occasions.begin(), event.occasions.end(),
            [&](const ImportedOccasion& other) { return other.start == occasion.start; });
        if (same == event.occasions.end()) {
            if (event.occasions.size() < import_occasions_an_event_max) {
                event.occasions.push_back(occasion);
            } else {
                file_.report.refuse(occasion.line, "csv.too-many-dates",
                                    "The event has more than " +
                                        std::to_string(import_occasions_an_event_max) + " dates.",
                                    event.title.zh);
            }
            return true;
        }
        if (folded(same->venue) != folded(occasion.venue)) return false;
        file_.report.skip(occasion.line, "csv.twice",
                          "The same event at the same time is on line " +
                              std::to_string(same->line) + " already.",
                          event.title.zh);
        return true;
    }
    // The same title at the same time in another place is another event.
    void take_elsewhere(const ImportedEvent& words, ImportedOccasion occasion) {
        ImportedEvent event = words;
        event.key += "@" + folded(occasion.venue);
        if (event.key.size() > id_bytes_max * 2) event.key = "csv:long:" + fingerprint(event.key);
        event.occasions.assign(1, std::move(occasion));
        const auto [at, fresh] = by_key_.try_emplace(event.key, file_.events.size());
        if (fresh) {
            file_.events.push_back(std::move(event));
        } else {
            join(at->second, std::move(event));
        }
    }

    const ImportFrame& frame_;
    ParsedFile& file_;
    std::map<std::string, std::size_t> by_key_;
};

}  // namespace

Result<ParsedFile> parse_csv(std::string_view bytes, const ImportFrame& frame) {
    if (bytes.size() > import_file_bytes_max) {
        return Error{"import.file-too-large", "The file is larger than 16 MiB."};
    }
    ParsedFile file;
    const DecodedText decoded = TRY(decode_text(bytes));
    const std::vector<CsvRow> rows = TRY(read_csv_rows(decoded.text, file.report));
    const auto heading = find_heading(rows);
    if (!heading) {
        return Error{"csv.no-heading",
                     "The table has no heading row with a title (标题) and a date or start (日期, "
                     "开始)."};
    }
    const std::size_t first = heading->row + 1;
    if (rows.size() - first > import_events_max) {
        return Error{"import.too-many-events",
                     "The table has more than " + std::to_string(import_events_max) + " rows."};
    }
    // Rows whose quotes are open were read as well, and refused.
    file.entries = static_cast<int>(rows.size() - first) + file.report.refused();
    note_unknown(rows, *heading, file.report);
    const WhenFrame when_frame{frame.today(), frame.zone, order_in(rows, *heading)};
    Gatherer gatherer{frame, file};
    std::size_t occasions = 0;
    for (std::size_t index = first; index < rows.size(); ++index) {
        auto event = read_csv_row(rows[index], heading->columns, when_frame, frame, file.report);
        if (!event) continue;
        occasions += event->occasions.size();
        if (occasions > import_occasions_max) {
            return Error{
                "import.too-many-occasions",
                "The table comes to more than " + std::to_string(import_occasions_max) + " dates."};
        }
        gatherer.take(std::move(*event),
                      clean_line(heading->columns.cell(rows[index], Column::id)));
    }
    return file;
}

}  // namespace wenlan::hub
