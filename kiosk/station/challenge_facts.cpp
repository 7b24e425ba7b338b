// SPDX-License-Identifier: GPL-3.0-or-later
#include "station/challenge_facts.h"

#include <algorithm>

namespace wenlan::station {

model::ChallengeFacts challenge_facts(const domain::Challenge& challenge, base::CivilDate today) {
    model::ChallengeFacts facts;
    facts.challenge = challenge;
    facts.days = challenge.first_day.days_until(challenge.last_day) + 1;
    facts.day = std::clamp(challenge.first_day.days_until(today) + 1, 0, facts.days + 1);
    return facts;
}

}  // namespace wenlan::station
