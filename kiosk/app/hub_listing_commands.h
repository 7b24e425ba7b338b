// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/ports.h"
#include "base/result.h"
#include "base/time.h"
#include "hub/edit_listing.h"

namespace CLI {
class App;
}

namespace wenlan::app {

// wenlan-hub listing list | set | draft | publish | withdraw | history | dates | date | series
struct ListingWords {
    enum class What { list, set, draft, publish, withdraw, history, dates, date, series };
    What what = What::list;
    std::int64_t id = 0;  // of the listing, or of the date
    bool all = false;
    bool states = false;
    std::vector<std::string> texts;  // title.zh=...
    std::vector<hub::ListingEdit> edits;
    std::string at, start, end, venue, reason, reason_en, rule, from;
    int places = -1;
    int minutes = 0;
    std::int64_t series = 0;
    bool cancel = false;
    bool take_place = false;
    bool over = false;
};

// Adds the commands to `listing`; gives them, each of which works on a data folder.
std::vector<CLI::App*> describe_listing(CLI::App& listing, ListingWords& words);
// After the command line was read: which of them it is. An error: it was not meant so.
base::Result<void> understand_listing(const CLI::App& listing, ListingWords& words);
base::Result<void> run_listing(const std::filesystem::path& data, const base::Clock& clock,
                               const ListingWords& words);

// Who changes something by the command line, for the log of changes.
std::string who_at_the_command_line();

}  // namespace wenlan::app
