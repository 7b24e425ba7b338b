// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/ports.h"
#include "base/result.h"
#include "store/data_folder.h"

namespace wenlan::app {

// Serves a hub's data folder until SIGINT or SIGTERM, and keeps what is published good meanwhile.
base::Result<void> serve_hub(const store::DataFolder& folder, const std::string& address,
                             const base::Clock& clock);

}  // namespace wenlan::app
