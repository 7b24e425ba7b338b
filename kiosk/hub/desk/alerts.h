// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/ports.h"
#include "hub/desk/ports.h"
#include "store/hub/kiosk_registry.h"
#include "sync/manifest.h"

namespace wenlan::hub::desk {

// What staff have to look at, by what the screens said of themselves.
std::vector<Alert> alerts_of(const std::vector<store::KioskRow>& screens,
                             const std::optional<sync::Manifest>& published, base::Instant now);

// Sends each alert once, and once that it is over. One thread.
class AlertWatch {
public:
    // Until so long after the start nothing is sent: the screens have to be heard first.
    AlertWatch(const base::Clock& clock, AlertPort* port);
    void look(const std::vector<Alert>& alerts);

private:
    using Key = std::pair<int, std::string>;

    const base::Clock& clock_;
    AlertPort* const port_;
    const base::Duration began_;
    std::map<Key, Alert> sent_;
};

}  // namespace wenlan::hub::desk
