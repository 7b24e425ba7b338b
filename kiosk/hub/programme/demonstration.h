// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/ports.h"
#include "base/result.h"
#include "hub/programme/office.h"
#include "store/data_folder.h"

namespace wenlan::hub {

// Puts the demonstration, laid out around the day of `now`, into the programme of a hub's folder,
// which is begun with it where there is none. What staff or an import added stays. Makes the
// factory snapshot where there is none; publishing is another step.
base::Result<ProgrammeOffice> lay_out_demonstration(base::Disk& disk,
                                                    const store::DataFolder& folder,
                                                    const std::filesystem::path& demo,
                                                    base::Instant now);

}  // namespace wenlan::hub
