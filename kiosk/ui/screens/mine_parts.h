// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/screens/action.h"
#include "ui/screens/mine_state.h"
#include "ui/widgets/frame.h"

// The parts of 我的 (picture 15).
namespace wenlan::ui::mine {

// Takes what the station has answered; may ask it again.
std::optional<Action> follow(Frame& frame);

// The two fields, with a sentence below them; the pad that types into them.
float fields_height(const Frame& frame);
void fields(Frame& frame, Rect area);
Rect pad_ground(const Frame& frame);
std::optional<Action> pad(Frame& frame);
// Looks up what is typed.
std::optional<Action> look_up(Frame& frame);

// One sign-up; below it, in place, what is asked about it.
bool past(const HeldSignUp& held);
float card_height(Frame& frame, const HeldSignUp& held, float width);
std::optional<Action> card(Frame& frame, Rect rect, HeldSignUp& held, std::size_t nth);
float band_height(Frame& frame, const HeldSignUp& held, float width);
std::optional<Action> band(Frame& frame, Rect rect, HeldSignUp& held, std::size_t nth);

// Whether this can be done with it now.
bool can(const HeldSignUp& held, domain::SignUpStep step);
bool can_check_in(const HeldSignUp& held);
// Asks the station; the answer comes in follow().
std::optional<Action> change(Frame& frame, HeldSignUp& held, model::ChangeSignUp::What what,
                             int party = 1);
// Seconds in which a cancellation can still be had back; 0: none are left.
int undo_seconds(Frame& frame, const HeldSignUp& held);

}  // namespace wenlan::ui::mine
