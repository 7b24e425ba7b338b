// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/ports.h"
#include "base/result.h"
#include "store/data_folder.h"

namespace wenlan::hub {

// Looks at everything that a hub keeps: its database, the rules of its series, the keys and whether
// what is published was signed by them. A sentence for each thing that is not as it should be.
base::Result<std::vector<std::string>> check_office(base::Disk& disk,
                                                    const store::DataFolder& folder,
                                                    const base::Clock& clock);

}  // namespace wenlan::hub
