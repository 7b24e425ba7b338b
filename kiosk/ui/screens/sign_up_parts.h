// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/sheet_frame.h"
#include "ui/screens/sign_up_flow.h"

// The parts of the sheet for signing up. Each draws into the sheet's body and moves the flow; what
// is to be asked of the station is the sheet's to send.
namespace wenlan::ui::sign_up {

// The circles under the head; a finished one leads back.
void steps(Frame& frame, const sheet::Places& at, SignUpFlow& flow);
// How much of the head they take where there is no row for them.
float steps_width_low(const SignUpFlow& flow);

// The page of the question at which the flow is.
void question(Frame& frame, const sheet::Places& at, SignUpFlow& flow);
// Large parties, by the number pad.
void party_pad(Frame& frame, const sheet::Places& at, SignUpFlow& flow);
// Puts what was typed into the answer, and leaves the field. Called before the flow goes elsewhere.
void keep_typed(Frame& frame, SignUpFlow& flow);

// The review with its consents; true: 确认 was pressed.
bool review(Frame& frame, const sheet::Places& at, SignUpFlow& flow);
// The whole notice about what is filled in.
void notice(Frame& frame, const sheet::Places& at, SignUpFlow& flow);
// A tick with its words; true: pressed. `link`: its own press at the right.
struct Tick {
    std::string_view title;
    std::string_view line{};
    bool on = false;
    std::string_view link{};
};
struct TickPress {
    bool row = false, link = false;
};
float tick_height(Frame& frame, float width, const Tick& tick);
TickPress tick(Frame& frame, Rect row, const Tick& tick, std::uint64_t key);

// "今天 19:00 · 大剧院 · 余 37 位".
std::string facts_line(const Frame& frame, const SignUpFlow& flow);
// What the button for the whole is called.
Key confirm_word(const SignUpFlow& flow);
std::string masked_phone(std::string_view digits);

}  // namespace wenlan::ui::sign_up
