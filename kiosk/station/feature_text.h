// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/local_text.h"
#include "base/time.h"

namespace wenlan::station {

// What the words in braces of a feature's badge or line stand for.
struct FeatureFacts {
    std::optional<base::CivilDate> date;  // {date}: 11月28日, 28 Nov; {weekday}: 周六, Sat
    std::optional<int> days_left;         // {days}
};

// A text with its words in braces filled in. One whose fact is not known makes the whole text
// empty: half a sentence is worse than none.
base::LocalText fill_in(const base::LocalText& text, const FeatureFacts& facts);

}  // namespace wenlan::station
