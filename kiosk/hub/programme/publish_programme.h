// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "hub/programme/office.h"
#include "hub/site/publish_site.h"

namespace wenlan::hub {

// Publishes what staff have made of the programme: for screens that share the folder, and as the
// site that all others follow.
base::Result<sync::PublishedRelease> publish_programme(const SiteOffice& site,
                                                       ProgrammeOffice& office, base::Instant now);

// The same for the screens of the folder alone.
base::Result<store::Published> publish_for_folder(base::Disk& disk, const store::DataFolder& folder,
                                                  ProgrammeOffice& office, base::Instant now);

// Publishes the listings of which it was asked (store::DeskMarks), and nothing that waits besides.
base::Result<sync::PublishedRelease> publish_at_once(const SiteOffice& site,
                                                     ProgrammeOffice& office, base::Instant now);

// To be called every few seconds: publishes listings whose time has come, of which it was asked,
// and the dates of series that have come near. Edits that nobody has published stay so. True:
// something was published.
base::Result<bool> publish_what_is_due(const SiteOffice& site, ProgrammeOffice& office,
                                       base::Instant now);

}  // namespace wenlan::hub
