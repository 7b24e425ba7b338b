// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/places.h"
#include "base/result.h"

namespace wenlan::app {

// --bench search: a programme of so many listings, all of them shown, and visitors who type their
// names; what each keystroke takes at the station until its results are there.
base::Result<void> run_search_bench(const Places& places, int listings);

}  // namespace wenlan::app
