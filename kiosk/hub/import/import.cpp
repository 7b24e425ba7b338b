// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/import/import.h"

#include <algorithm>

#include "hub/import/csv.h"
#include "hub/import/ics.h"
#include "hub/import/into_programme.h"
#include "hub/new_centre.h"
#include "hub/programme/office.h"
#include "hub/programme/publish_programme.h"
#include "store/programme_check.h"

namespace wenlan::hub {
namespace {

using base::Result;

ImportFrame frame_of(const domain::Centre& centre, const base::Clock& clock) {
    ImportFrame frame;
    frame.now = clock.now();
    frame.clock = &clock;
    if (centre.name.empty()) return frame;
    if (auto zone = base::Zone::named(centre.zone)) frame.zone = std::move(zone).value();
    std::copy(std::begin(centre.hours), std::end(centre.hours), std::begin(frame.hours));
    frame.closure_days = centre.closure_days;
    return frame;
}

std::string counted(int count, const char* what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

ImportOutcome outcome_of(const ParsedFile& file) {
    ImportOutcome outcome;
    outcome.report = file.report;
    outcome.entries = file.entries;
    outcome.events = static_cast<int>(file.events.size());
    for (const ImportedEvent& event : file.events) {
        outcome.occasions += static_cast<int>(event.occasions.size());
    }
    return outcome;
}

// What the bytes come to, and what is to be put; no programme: the file is refused.
struct Merged {
    ImportOutcome outcome;
    std::optional<store::Programme> programme;
    base::Instant now;
};

Result<Merged> merged(const ImportRequest& request, std::string_view bytes,
                      const store::Programme& existing, const base::Clock& clock) {
    const ImportFrame frame = frame_of(existing.centre, clock);
    const ParsedFile file = TRY(request.format == ImportFormat::ics ? parse_ics(bytes, frame)
                                                                    : parse_csv(bytes, frame));
    Merged merged{outcome_of(file), std::nullopt, frame.now};
    const bool bad = file.report.refused() > 0;
    if (bad && request.bad_entries == BadEntries::refuse_file) return merged;
    merged.programme = into_programme(file, existing, frame);
    if (existing.centre.name.empty()) merged.programme->centre = new_centre();
    return merged;
}

}  // namespace

std::string ImportOutcome::text(const std::string& file_name) const {
    std::string out = report.text(file_name);
    out += std::to_string(entries) + (entries == 1 ? " entry" : " entries");
    out += " read: " + counted(events, "event") + " with " + counted(occasions, "coming date") +
           " good, " + std::to_string(report.refused()) + " refused, " +
           std::to_string(report.skipped()) + " skipped.\n";
    if (put) {
        out += counted(put->listings_added, "event") + " new, " +
               std::to_string(put->listings_changed) + " changed, " +
               std::to_string(put->listings_unchanged) + " unchanged; " +
               counted(put->occasions_added, "date") + " new, " +
               std::to_string(put->occasions_changed) + " changed, " +
               std::to_string(put->occasions_removed) + " removed.\n";
    }
    return out;
}

Result<ImportOutcome> import_file(const ImportRequest& request, base::Disk& disk,
                                  const store::DataFolder& folder, const base::Clock& clock) {
    const std::string bytes = TRY(disk.read(request.file, import_file_bytes_max));
    // Whatever is refused or only tried leaves no trace, not even an empty programme.
    const bool fresh =
        !disk.exists(store::hub_database_path(folder.root)) && !disk.exists(folder.publication());
    std::optional<ProgrammeOffice> office;
    store::Programme existing;
    if (!fresh) {
        office = TRY(ProgrammeOffice::open(disk, folder, clock.now(), Missing::begun));
        existing = TRY(office->programme().programme());
    }
    Merged file = TRY(merged(request, bytes, existing, clock));
    ImportOutcome& outcome = file.outcome;
    if (!file.programme) return outcome;
    const store::Programme& programme = *file.programme;
    if (fresh && request.mode == store::PutMode::dry_run) {
        TRY(store::check(programme));
        store::PutReport put;
        put.listings_added = outcome.events;
        put.occasions_added = outcome.occasions;
        outcome.put = put;
        return outcome;
    }
    if (fresh) office = TRY(ProgrammeOffice::open(disk, folder, clock.now(), Missing::begun));
    store::BulkPut how;
    how.mode = request.mode;
    outcome.put = TRY(office->programme().put({request.who, file.now}, programme, how));
    if (request.mode == store::PutMode::apply) {
        outcome.version = TRY(publish_for_folder(disk, folder, *office, file.now)).version;
    }
    return outcome;
}

Result<ImportOutcome> import_bytes(const ImportRequest& request, std::string_view bytes,
                                   ProgrammeOffice& office, const base::Clock& clock) {
    const store::Programme existing = TRY(office.programme().programme());
    Merged file = TRY(merged(request, bytes, existing, clock));
    if (!file.programme) return file.outcome;
    store::BulkPut how;
    how.mode = request.mode;
    file.outcome.put = TRY(office.programme().put({request.who, file.now}, *file.programme, how));
    return file.outcome;
}

}  // namespace wenlan::hub
