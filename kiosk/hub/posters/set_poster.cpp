// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/posters/set_poster.h"

#include "hub/posters/poster_folder.h"

namespace wenlan::hub {

base::Result<void> set_poster(base::Disk& disk, const store::DataFolder& folder,
                              store::HubProgramme& programme, const store::By& by,
                              domain::ListingId listing, std::string_view file) {
    store::HubListing entry = TRY(programme.listing(listing));
    const PosterObject poster = TRY(accept_poster(file));
    TRY(PosterFolder(disk, folder).keep(poster));
    entry.listing.poster.name = poster.name();
    TRY(programme.put_listing(by, entry));
    return {};
}

}  // namespace wenlan::hub
