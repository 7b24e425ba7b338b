// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/ports.h"
#include "base/result.h"
#include "hub/import/report.h"
#include "hub/programme/office.h"
#include "store/data_folder.h"
#include "store/publication.h"

namespace wenlan::hub {

enum class ImportFormat : std::uint8_t { ics, csv };
enum class BadEntries : std::uint8_t {
    refuse_file,  // one entry that cannot be taken, and nothing of the file is
    leave_out,
};

struct ImportRequest {
    ImportFormat format = ImportFormat::ics;
    std::filesystem::path file;
    BadEntries bad_entries = BadEntries::refuse_file;
    store::PutMode mode = store::PutMode::apply;
    std::string who = "command line";  // for the log of changes
};

struct ImportOutcome {
    Report report;
    int entries = 0;
    int events = 0;                       // of them good, dates of one event counted once
    int occasions = 0;                    // coming dates of those
    std::optional<store::PutReport> put;  // none: the file was refused for its bad entries
    std::optional<std::int64_t> version;  // the folder's screens show it as; none: nothing was

    // The report and what it comes to, the same for a dry run: a line each.
    std::string text(const std::string& file_name) const;
};

// Reads a calendar or a table, and adds or renews its events in the programme of the hub's data
// folder in one transaction, then publishes. A data folder without a programme gets one. An error
// means that nothing was read or nothing was changed.
base::Result<ImportOutcome> import_file(const ImportRequest& request, base::Disk& disk,
                                        const store::DataFolder& folder, const base::Clock& clock);

// The same of bytes that are here, into a programme that is open; publishing is another step.
base::Result<ImportOutcome> import_bytes(const ImportRequest& request, std::string_view bytes,
                                         ProgrammeOffice& office, const base::Clock& clock);

}  // namespace wenlan::hub
