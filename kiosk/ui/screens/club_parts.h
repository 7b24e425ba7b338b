// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/action.h"
#include "ui/widgets/frame.h"

// The parts of a club's page (picture 06). Those that give a float give the height they used.
namespace wenlan::ui::club {

// Whether it takes members now, may be waited for, or has to be asked.
enum class Door : std::uint8_t { open, waitlist, ask };
Door door_of(const model::EventDetail& detail);

// Name, since when and how many; at the right the places that are open.
float head(Frame& frame, Rect area, const model::EventDetail& detail);
float story(Frame& frame, Rect area, const model::EventDetail& detail);
// The heading, seven days, and a sentence about what is not as always.
float week(Frame& frame, Rect area, const model::EventDetail& detail);
struct Part {
    float height = 0;
    std::optional<Action> action{};
};
// Who leads it, with the way to leave a message.
Part leader(Frame& frame, Rect area, const model::EventDetail& detail);
// Where it meets and what to bring; leads to the room where the house has one.
Part place(Frame& frame, Rect area, const model::EventDetail& detail);
// 先来体验一次 and 我要加入.
std::optional<Action> buttons(Frame& frame, Rect area, const model::EventDetail& detail);

}  // namespace wenlan::ui::club
