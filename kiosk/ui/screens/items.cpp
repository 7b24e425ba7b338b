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

// Whose it is stands behind the title where there is room, else below it. Gives the height of the
// card; draws if told to.
float item_card(Frame& frame, Rect area, const Item& item, bool draw) {
    Canvas& canvas = frame.canvas;
    const ItemStyles style = styles(frame.theme);
    const float room = area.w - 64;
    const std::string& title = frame.word(item.title);
    const std::string& by = frame.word(item.by);
    const std::string& text = frame.word(item.text);
    const float title_height = canvas.measure(title, style.title, room, 2).height;
    const float title_width = canvas.text_width(title, style.title);
    const float by_width = by.empty() ? 0 : canvas.text_width(by, style.by);
    const bool beside = by_width > 0 && title_width + 24 + by_width <= room;
    const float by_height = by.empty() || beside ? 0 : style.by.height();
    const float text_height =
        text.empty() ? 0 : canvas.measure(text, style.text, room, 0).height + 8;
    const float height = 22 + title_height + by_height + text_height + 26;
    if (!draw) return height;
    const Rect rect{area.x, area.y, area.w, height};
    card_ground(frame, rect);
    canvas.push_ground(frame.theme.color.card);
    const float x = rect.x + 32;
    float y = rect.y + 22;
    canvas.text({x, y, room, 0}, title, style.title, {.lines_max = 2});
    if (beside) {
        page::line_at(frame, {x + title_width + 24, y + title_height / 2 + 3}, by_width + 2, by,
                      style.by);
    }
    y += title_height;
    if (by_height > 0) {
        canvas.text({x, y, room, by_height}, by, style.by, {.step_down = {style.by.px * 0.92F}});
        y += by_height;
    }
    if (!text.empty()) canvas.text({x, y + 8, room, 0}, text, style.text, {.lines_max = 0});
    canvas.pop();
    return height;
}

float heading(Frame& frame, Rect area, const EventDetail& listing) {
    const TextStyle style = frame.theme.type(Type::section);
    const bool shelf = listing.card.kind == domain::Kind::service;
    frame.canvas.text({area.x, area.y, area.w, style.height()},
                      frame.word(shelf ? Key::items_shelf : Key::items_notes), style);
    return style.height();
}

float body(Frame& frame, Rect area, const EventDetail& listing) {
    const TextStyle style = frame.theme.type(Type::body).in(frame.theme.color.ink2);
    return frame.canvas.text(area, frame.word(listing.body), style, {.lines_max = 0}).height;
}

// One column in portrait; in landscape what it is stands at the left, its things at the right.
float content(Frame& frame, Rect area, const EventDetail& listing) {
    if (!frame.canvas.landscape()) {
        float y = 12;
        y += body(frame, {area.x, y, area.w, 0}, listing) + 28;
        y += heading(frame, {area.x, y, area.w, 0}, listing) + 16;
        return y + item_list(frame, {area.x, y, area.w, 0}, listing.items) + 40;
    }
    constexpr float left = 640;
    const Rect right = Rect{area.x, 12, area.w, 0}.after(left + 56);
    const float said = 12 + body(frame, {area.x, 12, left, 0}, listing) + 40;
    float y = 12 + heading(frame, right, listing) + 16;
    y += item_list(frame, {right.x, y, right.w, 0}, listing.items) + 40;
    return std::max(said, y);
}

}  // namespace

float item_list(Frame& frame, Rect area, const std::vector<Item>& items) {
    float y = area.y;
    for (const Item& item : items) {
        if (y > area.y) y += gap;
        y += item_card(frame, {area.x, y, area.w, 0}, item, true);
    }
    return y - area.y;
}

std::optional<Action> draw_items_page(Frame& frame, const Place& here) {
    const EventDetail* listing = frame.view.detail.get();
    if (!page::shows(listing, here)) return page::without_listing(frame);
    Canvas& canvas = frame.canvas;
    head_wash(frame);
    const float dock_top = page_area(canvas).dock_top;
    const float top = section_head_bottom(canvas) - 12;
    const float width = canvas.width() - 2 * measure::margin;
    const float button_y = dock_top - (canvas.landscape() ? 156 : 168);
    scroll_body(frame, frame.word(listing->card.title),
                {measure::margin, top, width, button_y - 12 - top}, [&] {
                    return content(frame, {measure::margin, 0, width, 0}, *listing);
                });
    std::optional<Action> action = top_band(frame);
    take(action,
         page_head(frame, frame.word(listing->card.title), frame.word(listing->card.subtitle)));
    const Rect button{canvas.landscape() ? canvas.width() / 2 - 420 : measure::margin, button_y,
                      canvas.landscape() ? 840 : width, 120};
    if (primary_button(frame, button, frame.word(Key::items_swap), Weight::action)) {
        action = open_sheet(Key::items_swap, Key::items_swap_hint);
    }
    return action;
}

}  // namespace wenlan::ui
