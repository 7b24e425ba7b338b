// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/programme/office.h"

#include <string>
#include <utility>

namespace wenlan::hub {

base::Result<ProgrammeOffice> ProgrammeOffice::open(base::Disk& disk,
                                                    const store::DataFolder& folder,
                                                    base::Instant now, Missing missing) {
    const base::Error none{"hub.no-programme", "There is no programme in " + folder.root.string() +
                                                   ". Begin one: wenlan-hub init --data " +
                                                   folder.root.string()};
    const auto path = store::hub_database_path(folder.root);
    const bool anything = disk.exists(path) || disk.exists(folder.publication());
    if (!anything && missing == Missing::refused) return none;
    TRY(disk.make_folder(folder.root));
    store::HubDatabase database = TRY(store::HubDatabase::open(disk, path));
    ProgrammeOffice office(std::move(database), TRY(store::Publication::open(disk, folder)));
    if (!TRY(office.programme().begun())) {
        TRY(office.take_over(now));
        const bool begun = TRY(office.programme().begun());
        if (!begun && missing == Missing::refused) return none;
    }
    return office;
}

base::Result<void> ProgrammeOffice::take_over(base::Instant now) {
    const store::Programme kept = TRY(publication_->programme());
    if (kept.centre.name.empty() && kept.listings.empty()) return {};
    TRY(programme().put({"taken over", now}, kept,
                        {store::PutMode::apply, std::nullopt, store::Ids::given}));
    return {};
}

base::Result<base::Zone> ProgrammeOffice::zone() {
    const domain::Centre centre = TRY(programme().centre());
    return base::Zone::named(centre.zone);
}

}  // namespace wenlan::hub
