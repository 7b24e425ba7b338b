// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/ports.h"
#include "base/result.h"
#include "hub/sign_ups/sign_up_office.h"

namespace wenlan::hub {

// What became of the messages on a stick (sync/sign_ups/stick.h).
struct StickAnswered {
    int answered = 0;
    std::vector<std::string> refused;  // name and code of each; they stay where they are
};

// Takes what screens of this centre have put on the stick and writes an answer beside each: the
// screen takes it when the stick comes back. The same stick may be given twice.
base::Result<StickAnswered> answer_stick(base::Disk& disk, const std::filesystem::path& stick,
                                         SignUpOffice& office);

}  // namespace wenlan::hub
