// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/screens/action.h"
#include "ui/widgets/frame.h"

// What stands around every page: the top band, the dock with the sections, the utility strip; in
// landscape one bottom bar.
namespace wenlan::ui {

// Where the page's content may stand.
struct PageArea {
    Rect content;  // between the top band and the dock, full width
    float dock_top = 0;
};

PageArea page_area(const Canvas& canvas);

// Reading aloud begins or ends; false: there is no voice.
bool toggle_reading(Frame& frame);
std::optional<Action> top_band(Frame& frame);
// The same for staff: the seal does nothing, the dot is red and says what goes on.
void staff_band(Frame& frame, std::string_view status);
// `here`: whose item is marked.
std::optional<Action> dock_and_strip(Frame& frame, const Place& here);
// The strip alone, where keys stand above it; in landscape the bottom bar.
std::optional<Action> strip_below_keys(Frame& frame, const Place& here);
// The strip alone at the foot of a sheet; in landscape it takes all of the bar.
std::optional<Action> utility_strip(Frame& frame);
// The list fades to paper above the dock: the sign that there is more.
void fade_above_dock(Frame& frame, float dock_top, float height);
// The faint hills at the head of inner pages.
void head_wash(Frame& frame);
// The weekday, date and lunar day beside or under the clock; right-aligned at `right`.
void date_lines(Frame& frame, float right, float clock_px);

}  // namespace wenlan::ui
