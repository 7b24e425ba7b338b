// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/posters/set_poster.h"

#include <algorithm>
#include <string>

#include "hub/posters/poster_folder.h"

namespace wenlan::hub {

base::Result<void> set_poster(base::Disk& disk, const store::DataFolder& folder,
                              store::Publication& publication, domain::ListingId listing,
                              std::string_view file) {
    store::Programme programme = TRY(publication.programme());
    const auto found =
        std::find_if(programme.listings.begin(), programme.listings.end(),
                     [listing](const auto& entry) { return entry.listing.id == listing; });
    if (found == programme.listings.end()) {
        return base::Error{"edit.no-listing",
                           "There is no listing " + std::to_string(listing.value) + "."};
    }
    const PosterObject poster = TRY(accept_poster(file));
    TRY(PosterFolder(disk, folder).keep(poster));
    found->listing.poster.name = poster.name();
    TRY(publication.put(programme));
    return {};
}

}  // namespace wenlan::hub
