// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/locked_memory.h"

namespace wenlan::ui {

// A phone number as it is keyed in, in locked memory: a mobile is shown 3-4-4, a landline with its
// area code apart.
class PhoneEntry {
public:
    enum class State {
        empty,
        incomplete,   // `missing()` digits are still to come
        wrong_start,  // neither a mobile nor an area code begins so
        complete,
    };

    // False: there is no room for another digit.
    bool press(char digit);
    void backspace() { digits_.pop_character(); }
    void clear() { digits_.clear(); }

    std::string_view digits() const { return digits_.view(); }
    std::string grouped() const;
    State state() const;
    int missing() const;
    // A dot for each digit that a mobile still lacks.
    std::string dots() const;

private:
    base::LockedText digits_;
};

}  // namespace wenlan::ui
