// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "ui/widgets/frame.h"

namespace wenlan::ui {

// The keyboard of pictures 08 and 13 and the writing pad of 09, for frame.typist.
struct TypingLook {
    std::string_view done;     // the word of the key for going on
    bool offers_modes = true;  // the switch between keys and pad stands over the keys
};

// Where it stands, from edge to edge; what is above is the page's.
Rect typing_ground(const Frame& frame);
// Draws it and passes what is pressed on to the typist.
void typing_area(Frame& frame, const TypingLook& look);

// Parts of it.
void keyboard(Frame& frame, Rect ground, const TypingLook& look);
void writing_pad(Frame& frame, Rect ground, const TypingLook& look);
// Over the bar: what is composing, and the switches. In landscape on both sides of the bar.
float over_bar_height(const Canvas& canvas);
void over_bar(Frame& frame, Rect ground, const TypingLook& look);

}  // namespace wenlan::ui
