// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "ui/widgets/frame.h"

namespace wenlan::ui {

// A list that a finger moves: drives the scroller, clips, registers the scroll area. What is drawn
// in `draw` is shifted by the offset; it gets the part of the content that can be seen.
struct Visible {
    float from = 0;  // virtual px of content
    float to = 0;
};

void vertical_list(Frame& frame, std::string_view label, Rect area, float content_height,
                   Scroller& scroller, const std::function<void(Visible)>& draw);
void horizontal_list(Frame& frame, std::string_view label, Rect area, float content_width,
                     Scroller& scroller, float snap, const std::function<void(Visible)>& draw);

}  // namespace wenlan::ui
