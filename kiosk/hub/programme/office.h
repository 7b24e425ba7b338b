// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "base/ports.h"
#include "base/result.h"
#include "store/data_folder.h"
#include "store/hub/derivation.h"
#include "store/hub/hub_database.h"
#include "store/hub/hub_dates.h"
#include "store/hub/hub_programme.h"
#include "store/publication.h"
#include "store/publish.h"

namespace wenlan::hub {

enum class Missing { refused, begun };

// The programme in a hub's data folder, open for work. One thread; who edits or publishes holds the
// folder's lock.
class ProgrammeOffice {
public:
    // "hub.no-programme" where nobody has begun one, unless it is to be begun. A folder of before
    // hubs had a database of their own is taken over: its programme stays as it is, with its ids.
    static base::Result<ProgrammeOffice> open(base::Disk& disk, const store::DataFolder& folder,
                                              base::Instant now,
                                              Missing missing = Missing::refused);

    store::HubDatabase& database() { return database_; }
    store::HubProgramme programme() { return store::HubProgramme(database_); }
    store::HubDates dates() { return store::HubDates(database_); }
    store::Derivation derivation() { return store::Derivation(database_); }
    store::Publication& publication() { return *publication_; }
    base::Result<base::Zone> zone();

private:
    ProgrammeOffice(store::HubDatabase database, std::unique_ptr<store::Publication> publication)
        : database_(std::move(database)), publication_(std::move(publication)) {}

    base::Result<void> take_over(base::Instant now);

    store::HubDatabase database_;
    std::unique_ptr<store::Publication> publication_;
};

}  // namespace wenlan::hub
