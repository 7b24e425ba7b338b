// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/frame.h"

namespace wenlan::ui {

// Makes what is drawn during its life pressable: registers it, shrinks and darkens it under the
// finger.
//
//     Pressing card(frame, Role::card, title, rect);
//     ... draw ...
//     if (card.activated()) ...
class Pressing {
public:
    // `key` tells apart what shares a label. `enabled` false: shown as such, presses nothing.
    Pressing(Frame& frame, Role role, std::string_view label, Rect rect, std::uint64_t key = 0,
             bool enabled = true);
    ~Pressing();
    Pressing(const Pressing&) = delete;
    Pressing& operator=(const Pressing&) = delete;

    bool activated() const { return press_.activated; }
    float amount() const { return press_.amount; }

private:
    Frame& frame_;
    Touch::Press press_;
};

// A rectangle grown around its centre to the least touch size.
Rect touchable(Rect rect);

TouchId touch_id(Role role, std::string_view label, std::uint64_t key);

}  // namespace wenlan::ui
