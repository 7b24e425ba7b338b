// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/ports.h"
#include "base/result.h"
#include "store/data_folder.h"

namespace wenlan::app {

// wenlan-hub serve
struct ServeWords {
    std::string address = "127.0.0.1:8080";
    // Where alerts about screens go, besides the desk; empty: nowhere. One of them.
    std::string alert_command;
    std::string alert_webhook;
};

// Serves a hub's data folder until SIGINT or SIGTERM, and keeps what is published good meanwhile.
base::Result<void> serve_hub(const store::DataFolder& folder, const ServeWords& words,
                             const base::Clock& clock);

}  // namespace wenlan::app
