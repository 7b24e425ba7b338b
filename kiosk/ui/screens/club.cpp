// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/club_parts.h"
#include "ui/screens/detail_parts.h"
#include "ui/screens/page_parts.h"
#include "ui/screens/screens.h"
#include "ui/widgets/chrome.h"
#include "ui/widgets/scroll_body.h"

namespace wenlan::ui {

namespace {

using model::EventDetail;

// Leader and place with the line between them. Returns the height used.
float people_and_place(Frame& frame, Rect area, const EventDetail& club,
                       std::optional<Action>& action) {
    float y = area.y;
    const club::Part leader = club::leader(frame, area, club);
    take(action, leader.action);
    y += leader.height;
    if (leader.height > 0) {
        y += 26;
        frame.canvas.line({area.x, y}, {area.right(), y}, frame.theme.contrast ? 2 : 1,
                          frame.theme.color.line);
    }
    const club::Part place = club::place(frame, {area.x, y + 1, area.w, 0}, club);
    take(action, place.action);
    return y + place.height - area.y;
}

std::optional<Action> portrait(Frame& frame, const EventDetail& club) {
    Canvas& canvas = frame.canvas;
    const PageArea page = page_area(canvas);
    const float width = canvas.width() - 2 * measure::margin;
    const float buttons_y = page.dock_top - 168;
    const Rect area{measure::margin, page.content.y, width, buttons_y - 12 - page.content.y};
    std::optional<Action> action;
    scroll_body(frame, frame.word(club.card.title), area, [&] {
        const float x = area.x;
        constexpr float poster = 440;
        float y = 12;
        take(action, detail::poster(frame, {x, y, width, poster}, club.card));
        y += poster;
        y += club::head(frame, {x, y, width, 0}, club);
        y += club::story(frame, {x, y, width, 0}, club) + 31;
        y += club::week(frame, {x, y, width, 0}, club) + 38;
        y += people_and_place(frame, {x, y, width, 0}, club, action);
        return y;
    });
    take(action, top_band(frame));
    take(action, club::buttons(frame, {measure::margin, buttons_y, width, 120}, club));
    return action;
}

// Laid out as picture 24: what it looks like and where at the left, the story at the right.
std::optional<Action> landscape(Frame& frame, const EventDetail& club) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const PageArea page = page_area(canvas);
    const float top = page.content.y + 16;
    constexpr float left_width = 860;
    std::optional<Action> action;
    // In large text the people and the place scroll with the story: they need more lines.
    const float below = theme.large ? 36 : 290;
    const Rect art{measure::margin, top, left_width, page.dock_top - top - below};
    take(action, detail::poster(frame, art, club.card));
    if (!theme.large) {
        people_and_place(frame, {measure::margin, art.bottom() + 28, left_width, 0}, club, action);
    }
    const float x = measure::margin + left_width + 56;
    const float width = canvas.width() - measure::margin - x;
    const float buttons_y = page.dock_top - 36 - 128;
    const Rect area{x, top - 8, width, buttons_y - (top - 8) - 4};
    scroll_body(frame, frame.word(club.card.title), area, [&] {
        float y = -16;
        y += club::head(frame, {x, y, width, 0}, club) - 8;
        y += club::story(frame, {x, y, width, 0}, club) + 22;
        y += club::week(frame, {x, y, width, 0}, club) + 24;
        if (theme.large) y += people_and_place(frame, {x, y + 8, width, 0}, club, action) + 8;
        return y;
    });
    take(action, top_band(frame));
    take(action, club::buttons(frame, {x, buttons_y, width, 128}, club));
    return action;
}

}  // namespace

std::optional<Action> draw_club(Frame& frame, const Place& here) {
    const EventDetail* club = frame.view.detail.get();
    if (!page::shows(club, here)) return page::without_listing(frame);
    // A club that says nothing of itself is shown as any listing.
    if (!club->club) return draw_detail(frame, here);
    if (frame.canvas.landscape()) head_wash(frame);
    return frame.canvas.landscape() ? landscape(frame, *club) : portrait(frame, *club);
}

}  // namespace wenlan::ui
