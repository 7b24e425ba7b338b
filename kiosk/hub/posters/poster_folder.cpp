// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/posters/poster_folder.h"

namespace wenlan::hub {

base::Result<void> PosterFolder::keep(const PosterObject& poster) {
    TRY(disk_.make_folder(folder_.posters()));
    // The picture last: where it is, its thumbnail is.
    TRY(disk_.replace(thumbnail(poster.name()), poster.thumbnail));
    return disk_.replace(folder_.poster(poster.name()), poster.bytes);
}

}  // namespace wenlan::hub
