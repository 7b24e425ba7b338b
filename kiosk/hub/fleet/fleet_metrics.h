// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "store/hub/kiosk_registry.h"
#include "sync/edition.h"

namespace wenlan::hub {

// The fleet for Prometheus: how many screens stand how, and what each has said last.
std::string fleet_metrics(const std::vector<store::KioskRow>& kiosks,
                          const std::optional<sync::Edition>& published, base::Instant now);

}  // namespace wenlan::hub
