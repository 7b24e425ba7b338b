// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/ports.h"
#include "base/result.h"
#include "domain/ids.h"
#include "store/data_folder.h"
#include "store/hub/hub_programme.h"

namespace wenlan::hub {

// Gives a listing a poster of its own: the file is accepted, kept beside the programme, and named
// by the listing. Screens get it with the next programme that is published. Codes: those of
// accept_poster(); programme.no-listing.
base::Result<void> set_poster(base::Disk& disk, const store::DataFolder& folder,
                              store::HubProgramme& programme, const store::By& by,
                              domain::ListingId listing, std::string_view file);

}  // namespace wenlan::hub
