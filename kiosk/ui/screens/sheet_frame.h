// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "ui/screens/action.h"
#include "ui/widgets/frame.h"

// The sheets of pictures 08 to 11: over the blurred page, the utility strip below them, a head that
// says what it is about, then whatever is asked.
namespace wenlan::ui::sheet {

// The page under a sheet: blurred, and paler with `veil`. What was drawn before cannot be pressed.
void veil(Frame& frame, gfx::Texture backdrop, float opened, float veil);

struct Places {
    Rect sheet;
    Rect head;         // what it is about, with the way out at its right
    Rect steps;        // empty where the head holds them
    Rect body;         // down to the strip
    bool low = false;  // no room for one thing above the other: landscape
};
Places places(const Frame& frame, bool has_steps);

// Draws the ground and opens what is drawn on it; true: the visitor pressed beside the sheet. Ended
// by end(), which draws the strip over it.
bool begin(Frame& frame, const Places& at, gfx::Texture backdrop, float opened,
           std::string_view label);
std::optional<Action> end(Frame& frame);

// What it is about, with its picture. True: the way out was pressed.
bool head(Frame& frame, const Places& at, const model::EventCard& card, std::string_view title,
          std::string_view line, float room_at_right = 0);

// In the body's place: what has to be said or decided before anything else.
struct Word {
    std::string_view icon;
    std::string_view title;
    std::string_view line{};
    std::string_view first{};   // the one thing to do; empty: there is nothing to press
    std::string_view second{};  // the other one
    bool good = false;          // no trouble: the icon is green
};
enum class Pressed : std::uint8_t { nothing, first, second };
Pressed say(Frame& frame, const Places& at, const Word& word);

// A sentence with its icon: a hint, or in deep vermilion what is to be done. Returns its height.
float sentence(Frame& frame, Rect row, std::string_view words, std::string_view icon, bool error);

}  // namespace wenlan::ui::sheet
