// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/ports.h"
#include "base/result.h"
#include "store/data_folder.h"
#include "store/publication.h"
#include "sync/publisher.h"

namespace wenlan::hub {

// What a hub publishes with.
struct SiteOffice {
    base::Disk& disk;
    base::Random& random;
    store::DataFolder folder;
};

// Publishes the programme as it stands: for screens that share the folder, and as the site that all
// others follow. The first time makes the centre's keys. One process at a time.
base::Result<sync::PublishedRelease> publish_site(const SiteOffice& office,
                                                  store::Publication& publication,
                                                  base::Instant now);

// Keeps what is published good: the seats as they are now, the signatures before they expire. Edits
// that are not published stay so. "hub.nothing-published" where nothing is.
base::Result<void> renew_site(const SiteOffice& office, const store::SeatCounts& seats,
                              base::Instant now);

// The seats alone, which is quick.
base::Result<void> renew_seats(const SiteOffice& office, const store::SeatCounts& seats,
                               base::Instant now);

// Copies the site to a folder on a stick or a share, objects first. Gives the folder that screens
// look into: DIR/wenlan.
base::Result<std::filesystem::path> export_site(const SiteOffice& office,
                                                const std::filesystem::path& to);

}  // namespace wenlan::hub
