// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "hub/sign_ups/ground.h"
#include "sync/sign_ups/submission.h"

namespace wenlan::hub {

// Takes what a kiosk brings. The row that knows an operation again, its effect and the answer that
// is kept are one transaction, so that each takes effect once however often it comes; all of a
// submission are one, so that one sync to the disk serves them all. An error: nothing was taken.
base::Result<std::vector<sync::Receipt>> take_in(SignUpGround& ground,
                                                 const sync::Submission& submission,
                                                 base::Instant now);

}  // namespace wenlan::hub
