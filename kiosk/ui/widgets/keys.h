// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "ui/widgets/frame.h"

namespace wenlan::ui {

enum class KeyLook : std::uint8_t {
    plain,
    function,
    action,
    action_waiting,  // there is something to be done first
};

struct KeyFace {
    std::string_view label;    // its name, and drawn where there is no other word
    std::string_view drawn{};  // another word on it
    std::string_view icon{};
    KeyLook look = KeyLook::plain;
    float px = 46;
    bool serif = false;
    bool above = false;  // the icon over the word
};

// A key of a keyboard; `hit`: with its part of the gaps around, so that there are no dead seams.
Touch::Key draw_key(Frame& frame, Rect rect, Rect hit, const KeyFace& face);

// What keys stand on, from edge to edge.
void key_ground(Frame& frame, Rect ground);
// On that ground text has its colour.
void push_key_ground(Frame& frame);

}  // namespace wenlan::ui
