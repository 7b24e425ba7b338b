// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/ports.h"
#include "base/result.h"
#include "domain/ids.h"
#include "store/publication.h"

namespace wenlan::hub {

// Gives a listing a poster of its own: the file is accepted, kept beside the programme, and named
// by the listing. Screens get it with the next programme that is published. Codes: those of
// accept_poster(); edit.no-listing.
base::Result<void> set_poster(base::Disk& disk, const store::DataFolder& folder,
                              store::Publication& publication, domain::ListingId listing,
                              std::string_view file);

}  // namespace wenlan::hub
