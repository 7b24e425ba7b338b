// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/programme.h"

namespace wenlan::store {

// Says whether a programme fits together: keys and ids unique, references known, ends after starts,
// seats within their capacity, one occasion of a listing at a time. The error "programme.invalid"
// names the first thing that does not.
base::Result<void> check(const Programme& programme);

}  // namespace wenlan::store
