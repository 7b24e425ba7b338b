// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "base/result.h"
#include "store/data_folder.h"

namespace wenlan::app {

// wenlan-kiosk --set-staff-code: six digits from stdin, the line for the settings to stdout.
base::Result<void> set_staff_code();
// wenlan-kiosk --pair CODE --hub URL.
base::Result<void> pair_and_end(const Options& options, const store::DataFolder& folder);

}  // namespace wenlan::app
