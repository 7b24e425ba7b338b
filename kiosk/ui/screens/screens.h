// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/screens/action.h"
#include "ui/widgets/frame.h"

// Every screen: draws its page from the View and says what the visitor asked for. Screens change
// neither the station nor each other.
namespace wenlan::ui {

std::optional<Action> draw_attract(Frame& frame);
std::optional<Action> draw_home(Frame& frame);
std::optional<Action> draw_events(Frame& frame);
std::optional<Action> draw_detail(Frame& frame, const Place& here);
std::optional<Action> draw_calendar(Frame& frame);
std::optional<Action> draw_clubs(Frame& frame);
std::optional<Action> draw_reading(Frame& frame);
std::optional<Action> draw_volunteering(Frame& frame);
std::optional<Action> draw_neighbourhood(Frame& frame);
std::optional<Action> draw_list(Frame& frame, const Place& here);
std::optional<Action> draw_centre(Frame& frame);
std::optional<Action> draw_search(Frame& frame);
// Details of their own kind; the page is in the View.
std::optional<Action> draw_club(Frame& frame, const Place& here);
std::optional<Action> draw_challenge(Frame& frame, const Place& here);
std::optional<Action> draw_notice(Frame& frame, const Place& here);
std::optional<Action> draw_service(Frame& frame, const Place& here);
std::optional<Action> draw_mine(Frame& frame);
std::optional<Action> draw_receipt(Frame& frame);  // frame.visit.receipt
// Behind the seal: the code or the panel, and what lies on that.
std::optional<Action> draw_staff(Frame& frame);
std::optional<Action> draw_staff_office(Frame& frame);
std::optional<Action> draw_staff_touch(Frame& frame);
std::optional<Action> draw_staff_dark(Frame& frame);

// Over a page. `backdrop`: the page, blurred; `opened`: 0-1, eased.
std::optional<Action> draw_sheet(Frame& frame, const SheetContent& content, gfx::Texture backdrop,
                                 float opened);
// Of frame.visit.sign_up.
std::optional<Action> draw_sign_up(Frame& frame, gfx::Texture backdrop, float opened);
// Walking in to frame.visit.walk_in's occasion.
std::optional<Action> draw_walk_in(Frame& frame, gfx::Texture backdrop, float opened);
std::optional<Action> draw_idle_warning(Frame& frame, gfx::Texture backdrop, int seconds_left,
                                        float ring_turn);
std::optional<Action> draw_failure(Frame& frame);

}  // namespace wenlan::ui
