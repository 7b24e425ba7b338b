// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/programme/demonstration.h"

#include "store/demonstration.h"

namespace wenlan::hub {

base::Result<ProgrammeOffice> lay_out_demonstration(base::Disk& disk,
                                                    const store::DataFolder& folder,
                                                    const std::filesystem::path& demo,
                                                    base::Instant now) {
    const store::Programme programme = TRY(store::load_demonstration_for(disk, demo, now));
    ProgrammeOffice office = TRY(ProgrammeOffice::open(disk, folder, now, Missing::begun));
    if (!disk.exists(folder.snapshot(store::factory_name))) {
        TRY(store::rebuild_factory(disk, folder, demo, now));
    }
    store::BulkPut how;
    how.replaced = store::Origin::demonstration;
    TRY(office.programme().put({"demonstration", now}, programme, how));
    return office;
}

}  // namespace wenlan::hub
