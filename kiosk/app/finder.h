// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/tour.h"
#include "gfx/graphics.h"
#include "ui/semantics/semantics.h"

// How a tour finds its way on a screen, from the semantics tree alone.
namespace wenlan::app {

// The element with exactly this label, else the first that contains it; each time the dock and the
// utility strip first, then what can be pressed, then the rest; among equals what is in view. Null:
// none.
const ui::Element* find(const ui::Semantics& screen, std::string_view label);

// Something in view has a label that contains the text.
bool shows(const ui::Semantics& screen, std::string_view text);

bool in_view(const ui::Element& element);

// Where a finger would put itself down on it: the centre of what is in view. None if nothing is, or
// if the dock or the utility strip lies over that point.
std::optional<PanelPoint> touch_point(const ui::Semantics& screen, const ui::Element& element);

// The part of a list that a finger can use: what the panel shows of it above the dock.
ui::PanelRect usable(const ui::Semantics& screen, const ui::ScrollArea& area, gfx::Size panel);

// How far the list that holds the element must move (panel pixels along its axis, down or right is
// positive) so that the element is wholly in view; zero if it is or the list cannot move that way.
float way_into_view(const ui::Semantics& screen, const ui::Element& element, gfx::Size panel);

// "home: 活动 | 社团 | ...", on one line, for the reader of a failed tour.
std::string summary(const ui::Semantics& screen);

}  // namespace wenlan::app
