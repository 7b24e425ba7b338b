// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "model/view.h"

namespace wenlan::station {

model::ChallengeFacts challenge_facts(const domain::Challenge& challenge, base::CivilDate today);

}  // namespace wenlan::station
