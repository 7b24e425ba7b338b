// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "ui/widgets/frame.h"

namespace wenlan::ui {

// What scrolls between the band and the buttons of a listing's page. `draw` draws from y = 0 at
// x = area.x and gives the height that it used, which is kept in the visit for the next frame. More
// below shows as a fade to paper at the area's end.
void scroll_body(Frame& frame, std::string_view label, Rect area,
                 const std::function<float()>& draw);

}  // namespace wenlan::ui
