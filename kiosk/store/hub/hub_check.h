// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "store/hub/hub_database.h"

namespace wenlan::store {

// Looks at the whole of a hub's database: its pages, its references, its schema, the chain of its
// log, and what the domain says of the programme. A sentence for each thing that is not as it
// should be; none: all is well. An error: it could not be looked at.
base::Result<std::vector<std::string>> check_hub(HubDatabase& hub);

// The same as an error "hub.damaged" with the first finding.
base::Result<void> verify_hub(HubDatabase& hub);

}  // namespace wenlan::store
