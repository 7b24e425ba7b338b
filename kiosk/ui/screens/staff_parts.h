// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ui/screens/action.h"
#include "ui/screens/staff_words.h"
#include "ui/widgets/frame.h"

// What the staff's pages are built of.
namespace wenlan::ui::staff {

// The band, the title with its line and the round button that leads back to residents.
std::optional<Action> head(Frame& frame, std::string_view title, std::string_view line);

void card(Frame& frame, Rect rect);
float tile_height(Frame& frame);
void tile(Frame& frame, Rect rect, const Tile& tile);
// The same as a card that leads to a page of this name; pressed or not.
bool tile_to(Frame& frame, Rect rect, const Tile& tile, std::string_view page);
// A card's title with a quiet line at its right.
void card_head(Frame& frame, Rect card, std::string_view title, std::string_view line);

struct ButtonLook {
    std::string_view label;
    std::string_view icon;
    std::string_view why_not = {};  // it cannot be pressed; empty: it can
    bool dark = false;
};
bool button(Frame& frame, Rect rect, const ButtonLook& look);

// Boxes for the characters of a code, of which some are typed. Without `shown` they are dots.
void code_boxes(Frame& frame, Rect row, std::size_t count, std::string_view typed, bool shown,
                std::string_view label);

// A pad of keys in a page that scrolls, row by row; gives the one that was pressed. `typed`: how
// many characters there are already, so that the same key counts twice in a row.
std::optional<char> pad(Frame& frame, Rect area, std::string_view keys, int columns,
                        std::size_t typed, bool enabled);

}  // namespace wenlan::ui::staff
