// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/frame.h"

namespace wenlan::ui::search {

// One thing that was found; the first is the best. True: pressed.
bool hit_card(Frame& frame, Rect rect, const model::SearchHit& hit, bool first);
float hit_height(const Canvas& canvas);

// Words that many look for, in one row that a finger moves; in large text two. What was pressed is
// typed into the field; the last calls for help.
struct Suggestion {
    std::string_view word;
    bool help = false;
};
std::optional<Suggestion> suggestions(Frame& frame, Rect row);

}  // namespace wenlan::ui::search
