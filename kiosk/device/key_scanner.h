// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <optional>
#include <string>

#include "base/locked_memory.h"
#include "base/time.h"
#include "model/scanner.h"

namespace wenlan::device {

// A scanner that types what it reads, as most on USB do: a burst of characters faster than anyone's
// fingers, ended by Enter. What comes slower is dropped.
class KeyScanner final : public model::Scanner {
public:
    // A character or, 0, the key that ends a burst; `time` of the same clock. True: a whole burst
    // is there to be taken.
    bool key(char32_t character, base::Duration time);

    std::optional<std::string> take() override;

private:
    base::LockedText typed_;
    base::Duration last_{};
    std::deque<std::string> read_;
};

}  // namespace wenlan::device
