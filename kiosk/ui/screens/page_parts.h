// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "ui/screens/action.h"
#include "ui/widgets/frame.h"

// What the browsing pages are built of.
namespace wenlan::ui::page {

// One line of text whose middle lies at `middle_y`.
TextExtent line_at(Frame& frame, Point left_middle, float room, std::string_view words,
                   const TextStyle& style, TextOptions options = {});

// A button that shares its row with text: 96 high, its word smaller than a primary button's.
struct SmallLook {
    Color fill;
    Color text;
    bool outlined = false;
    float px = 34;
};
bool small_button(Frame& frame, Rect rect, std::string_view label, const SmallLook& look,
                  std::uint64_t key = 0);

// Signing up for what a card shows; where the office has been away for so long that nobody can
// promise a seat, the way to the desk.
Action sign_up_or_desk(const Frame& frame, const model::EventCard& card);

// Whether the page is still to come; then what stands in for it is drawn.
bool is_awaited(Frame& frame, bool page_is_there, Rect area);
// A section's page: the wash, the band and the head, and in what is left the page itself or what
// stands in for it.
std::optional<Action> section(Frame& frame, std::string_view title, std::string_view line,
                              bool page_is_there,
                              const std::function<std::optional<Action>(Rect area)>& draw);
// Below the band, while the View does not hold the listing that was asked for.
std::optional<Action> without_listing(Frame& frame);
bool shows(const model::EventDetail* detail, const Place& here);

// Blocks below one another. Each knows its height before it is drawn, so that the page knows how
// far it scrolls.
struct Column {
    struct Block {
        float y = 0;
        float height = 0;
        std::function<void(Rect)> draw;
    };
    float x = 0;
    float width = 0;
    float height = 0;  // of all blocks
    std::vector<Block> blocks{};

    void add(float gap, float block_height, std::function<void(Rect)> draw);
    // Where the block begins that is added next.
    float next(float gap) const { return blocks.empty() ? gap : height + gap; }
};

// Draws what can be seen of the columns, which scroll together. `tail`: left free below them.
void draw_columns(Frame& frame, std::string_view label, Rect area, Scroller& scroller,
                  std::span<const Column> columns, float tail);

// A column that scrolls beside another fades at the page's end.
void fade_below(Frame& frame, Rect area);

// A paragraph as high as it needs, as a block.
void add_text(Frame& frame, Column& column, float gap, std::string_view words,
              const TextStyle& style);

}  // namespace wenlan::ui::page
