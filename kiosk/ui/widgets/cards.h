// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/pressing.h"

namespace wenlan::ui {

// Ways to show one occasion. Each returns whether it was pressed in this frame.

bool walk_in_tile(Frame& frame, Rect rect, const model::EventCard& card, float picture_height);
bool walk_in_row(Frame& frame, Rect rect, const model::EventCard& card);  // large text
// `full`: with its series in the title and the facts below; else the short form of landscape.
struct RowLook {
    float time_width = 160;
    bool full = true;
    bool chevron = true;
};
bool today_row(Frame& frame, Rect rect, const model::EventCard& card, const RowLook& look);
bool event_card(Frame& frame, Rect rect, const model::EventCard& card);
bool feature_card(Frame& frame, Rect rect, const model::FeatureCard& card, bool tall);
float event_card_height(const Theme& theme);

// What a card stands on; `pressed` 0-1.
void card_ground(Frame& frame, Rect rect, float pressed = 0);
Color seats_color(const Theme& theme, const model::EventCard& card);

}  // namespace wenlan::ui
