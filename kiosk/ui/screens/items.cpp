// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/items.h"

#include "ui/screens/page_parts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chrome.h"
#include "ui/widgets/scroll_body.h"
#include "ui/widgets/section_head.h"

namespace wenlan::ui {

namespace {

using domain::Item;
using model::EventDetail;

constexpr float gap = 20;

struct ItemStyles {
    TextStyle title;
    TextStyle by;
    TextStyle text;
};

ItemStyles styles(const Theme& theme) {
    ItemStyles s{theme.type(Type::card_title), theme.type(Type::secondary),
                 theme.type(Type::small_body).in(theme.color.ink2)};
    s.by.color = theme.pigment(domain::Section::reading).fill;
    return s;
}

// Whose it is stands behind the title where there is room, else below it.
struct ItemLayout {
    float title_height = 0;
    bool by_beside = false;
    float by_height = 0;
    float text_height = 0;
    float height() const { return 22 + title_height + by_height + text_height + 26; }
};

ItemLayout layout_of(Frame& frame, float width, const Item& item) {
    Canvas& canvas = frame.canvas;
    const ItemStyles style = styles(frame.theme);
    const float room = width - 64;
    const std::string& title = frame.word(item.title);
    const std::string& by = frame.word(item.by);
    const std::string& text = frame.word(item.text);
    ItemLayout layout;
    layout.title_height = canvas.measure(title, style.title, room, 2).height;
    if (!by.empty()) {
        const float both =
            canvas.text_width(title, style.title) + 24 + canvas.text_width(by, style.by);
        layout.by_beside = both <= room;
        layout.by_height = layout.by_beside ? 0 : style.by.height();
    }
    if (!text.empty()) layout.text_height = canvas.measure(text, style.text, room).height + 8;
    return layout;
}

float item_height(Frame& frame, float width, const Item& item) {
    return layout_of(frame, width, item).height();
}

void item_card(Frame& frame, Rect rect, const Item& item) {
    Canvas& canvas = frame.canvas;
    const ItemStyles style = styles(frame.theme);
    const ItemLayout layout = layout_of(frame, rect.w, item);
    const std::string& title = frame.word(item.title);
    const std::string& by = frame.word(item.by);
    const float room = rect.w - 64;
    const float x = rect.x + 32;
    float y = rect.y + 22;
    card_ground(frame, rect);
    canvas.push_ground(frame.theme.color.card);
    canvas.text({x, y, room, 0}, title, style.title, {.lines_max = 2});
    if (layout.by_beside) {
        const float left = x + canvas.text_width(title, style.title) + 24;
        page::line_at(frame, {left, y + layout.title_height / 2 + 3}, rect.right() - 30 - left, by,
                      style.by);
    }
    y += layout.title_height;
    if (layout.by_height > 0) {
        canvas.text({x, y, room, layout.by_height}, by, style.by,
                    {.step_down = {style.by.px * 0.92F, style.by.px * 0.9F}});
        y += layout.by_height;
    }
    if (layout.text_height > 0) {
        canvas.text({x, y + 8, room, 0}, frame.word(item.text), style.text, {.lines_max = 0});
    }
    canvas.pop();
}

float heading(Frame& frame, Rect area, const EventDetail& listing) {
    const TextStyle style = frame.theme.type(Type::section);
    const bool shelf = listing.card.kind == domain::Kind::service;
    frame.canvas.text({area.x, area.y, area.w, style.height()},
                      frame.word(shelf ? Key::items_shelf : Key::items_notes), style);
    return style.height();
}

TextStyle body_style(const Theme& theme) { return theme.type(Type::body).in(theme.color.ink2); }

float body(Frame& frame, Rect area, const EventDetail& listing) {
    return frame.canvas
        .text(area, frame.word(listing.body), body_style(frame.theme), {.lines_max = 0})
        .height;
}

// What scrolls: the things, under what the listing says unless that stands beside them.
void scrolled(Frame& frame, Rect area, const EventDetail& listing, bool with_body) {
    scroll_body(frame, frame.word(listing.card.title), area, [&] {
        float y = 12;
        if (with_body) y += body(frame, {area.x, y, area.w, 0}, listing) + 28;
        y += heading(frame, {area.x, y, area.w, 0}, listing) + 16;
        return y + item_list(frame, {area.x, y, area.w, 0}, listing.items) + 40;
    });
}

std::optional<Action> swap_button(Frame& frame, Rect rect) {
    if (!primary_button(frame, rect, frame.word(Key::items_swap), Weight::action)) {
        return std::nullopt;
    }
    return open_sheet(Key::items_swap, Key::items_swap_hint);
}

std::optional<Action> portrait(Frame& frame, const EventDetail& listing) {
    Canvas& canvas = frame.canvas;
    const float top = section_head_bottom(canvas) - 12;
    const float width = canvas.width() - 2 * measure::margin;
    const float button_y = page_area(canvas).dock_top - 168;
    scrolled(frame, {measure::margin, top, width, button_y - 12 - top}, listing, true);
    return swap_button(frame, {measure::margin, button_y, width, 120});
}

// What it is and the button at the left, its things at the right.
std::optional<Action> landscape(Frame& frame, const EventDetail& listing) {
    Canvas& canvas = frame.canvas;
    constexpr float left = 600;
    const float top = section_head_bottom(canvas) - 12;
    const float dock_top = page_area(canvas).dock_top;
    const float button_y = dock_top - 36 - 128;
    const float said =
        canvas.measure(frame.word(listing.body), body_style(frame.theme), left).height;
    const bool beside = top + 12 + said + 24 <= button_y;
    if (beside) body(frame, {measure::margin, top + 12, left, 0}, listing);
    const float x = measure::margin + left + 56;
    scrolled(frame, {x, top, canvas.width() - measure::margin - x, dock_top - top}, listing,
             !beside);
    return swap_button(frame, {measure::margin, button_y, left, 128});
}

}  // namespace

float item_list(Frame& frame, Rect area, const std::vector<Item>& items) {
    constexpr float two_columns_from = 1000;
    const std::size_t columns = area.w >= two_columns_from && !frame.theme.large ? 2 : 1;
    const auto across = static_cast<float>(columns);
    const float width = (area.w - gap * (across - 1)) / across;
    float y = area.y;
    for (std::size_t row = 0; row < items.size(); row += columns) {
        if (row > 0) y += gap;
        const std::size_t end = std::min(items.size(), row + columns);
        float height = 0;
        for (std::size_t i = row; i < end; ++i) {
            height = std::max(height, item_height(frame, width, items[i]));
        }
        for (std::size_t i = row; i < end; ++i) {
            const float x = area.x + (width + gap) * static_cast<float>(i - row);
            item_card(frame, {x, y, width, height}, items[i]);
        }
        y += height;
    }
    return y - area.y;
}

std::optional<Action> draw_items_page(Frame& frame, const Place& here) {
    const EventDetail* listing = frame.view.detail.get();
    if (!page::shows(listing, here)) return page::without_listing(frame);
    head_wash(frame);
    std::optional<Action> action =
        frame.canvas.landscape() ? landscape(frame, *listing) : portrait(frame, *listing);
    take(action, top_band(frame));
    take(action,
         page_head(frame, frame.word(listing->card.title), frame.word(listing->card.subtitle)));
    return action;
}

}  // namespace wenlan::ui
