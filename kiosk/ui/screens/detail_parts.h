// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screens/action.h"
#include "ui/widgets/frame.h"

// The parts of an event's page. Those that give a float give the height they used.
namespace wenlan::ui::detail {

// The picture with the way back and reading aloud on it.
std::optional<Action> poster(Frame& frame, Rect rect, const model::EventCard& card);
// The tags, the first one filled with its pigment.
float tags(Frame& frame, Point top_left, float width, const model::EventDetail& detail);
// Time, place, seating, audience in two columns, or one in large text. A room of the house leads to
// its place at the centre's page.
float facts(Frame& frame, Rect area, const model::EventDetail& detail, float pitch,
            std::optional<Action>& action);
// The seats left with their meter, or one sentence where none are counted.
float seats_card(Frame& frame, Rect area, const model::EventDetail& detail);
// Both paragraphs run on as one; the practical second one is a shade quieter.
float body_text(Frame& frame, Rect area, const model::EventDetail& detail);
// Pressed: the code is wanted large.
bool qr_card(Frame& frame, Rect rect, const std::string& url);
std::optional<Action> related(Frame& frame, Rect rect, const model::EventDetail& detail,
                              bool picture);

}  // namespace wenlan::ui::detail
