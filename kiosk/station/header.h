// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/view.h"
#include "station/standpoint.h"
#include "station/sync_shown.h"
#include "store/snapshot_reader.h"

namespace wenlan::station {

// The calendar alone: what can be said without any programme.
model::Header calendar_header(const base::CivilTime& now);

model::Header header(const Standpoint& standpoint, store::SnapshotSource source,
                     const SyncShown& sync);

}  // namespace wenlan::station
