// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "ui/widgets/pressing.h"

namespace wenlan::ui {

// Each returns whether it was pressed in this frame.

enum class Weight { action, secondary };  // vermilion, or ink

bool primary_button(Frame& frame, Rect rect, std::string_view label, Weight weight,
                    std::string_view icon = {});
bool outline_button(Frame& frame, Rect rect, std::string_view label, std::string_view icon = {});
bool round_button(Frame& frame, Point center, float diameter, std::string_view icon,
                  std::string_view label);
// A word with a chevron, right-aligned at the box's right edge.
bool link(Frame& frame, Rect box, std::string_view label, const TextStyle& style);
// Returns its width; chips draw themselves one after the other.
float chip_width(Frame& frame, std::string_view label);
// Selected it is filled with ink, or with the pigment of the section that it stands in.
bool chip(Frame& frame, Rect rect, std::string_view label, bool selected,
          std::optional<domain::Section> section = {});

// Not pressable.
float tag_pill(Frame& frame, Point left_middle, std::string_view label, Pigment pigment,
               bool filled);
void chevron(Frame& frame, Point center, float size, Color color);

}  // namespace wenlan::ui
