// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "ui/typing/key_repeat.h"
#include "ui/widgets/keys.h"

namespace wenlan::ui {

// The pad of picture 10: digits, backspace and one key for going on. Whoever shows it keeps the
// digits, in memory that is wiped.
struct NumberPadLook {
    std::string_view done;  // the word of the key for going on
    bool ready = true;      // false: the key is pale, for something is missing; it can be pressed
    std::string_view letter{};  // of the key H, which then shares the place of backspace
    float raised = 0;           // how far above the utility strip it stands
};
// What was pressed in this frame.
struct NumberPress {
    char digit = 0;      // '0' to '9', or 'H'; 0: none
    int backspaces = 0;  // more than one while the key is held
    bool done = false;
};

// Its ground from edge to edge above the utility strip, in landscape above the bottom bar.
Rect number_pad_ground(const Canvas& canvas, float raised = 0);
NumberPress number_pad(Frame& frame, const NumberPadLook& look, KeyRepeat& repeat);

}  // namespace wenlan::ui
