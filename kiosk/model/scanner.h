// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace wenlan::model {

// What reads the codes that residents show.
class Scanner {
public:
    virtual ~Scanner() = default;
    // What was read since the last call, the oldest first; whoever takes it wipes it. The frame's
    // thread.
    virtual std::optional<std::string> take() = 0;
};

}  // namespace wenlan::model
