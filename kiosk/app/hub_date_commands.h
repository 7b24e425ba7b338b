// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/hub_listing_commands.h"
#include "hub/programme/office.h"

namespace wenlan::app {

// wenlan-hub listing dates ID | date DATE | series ID
std::vector<CLI::App*> describe_dates(CLI::App& listing, ListingWords& words);
base::Result<void> run_dates(hub::ProgrammeOffice& office, const store::By& by,
                             const ListingWords& words);

}  // namespace wenlan::app
