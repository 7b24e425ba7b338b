// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "ui/i18n/words.h"
#include "ui/screens/centre_parts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/cards.h"

// The storeys of the house with their rooms, how to find them and what is on there.
namespace wenlan::ui::centre {

namespace {

using model::CentrePage;
using Room = model::CentrePage::Room;
using Storey = model::CentrePage::Storey;

constexpr float inset = 32;
constexpr float between = 10;  // rooms
constexpr int ground_storey = 1;

struct Layout {
    float name_width;  // of the storey, at the left; 0: above its rooms
    float room_left;
    float pad;
};

Layout layout_of(const Theme& theme) {
    if (theme.large) return {0, inset, 20};
    return {168, 192, 16};
}

TextStyle room_style(const Theme& theme) { return theme.type(Type::row_title); }
TextStyle way_style(const Theme& theme) { return theme.type(Type::secondary).in(theme.color.ink2); }

std::string now_line(const Frame& frame, const model::EventCard& card) {
    const std::string& title = frame.word(card.short_title);
    if (card.moment == model::Moment::on_now) {
        return format(Key::centre_on_until, frame.language(),
                      {{"title", title}, {"time", words::clock_brief(card.end)}});
    }
    return format(Key::centre_next_at, frame.language(),
                  {{"title", title}, {"time", words::clock_brief(card.start)}});
}

float room_height(const Frame& frame, const Room& room, bool asked) {
    const Theme& theme = frame.theme;
    float height = 28 + room_style(theme).height() + way_style(theme).height();
    if (room.now) height += way_style(theme).height() + 2;
    if (asked) height += way_style(theme).height();
    return std::max(height, measure::touch_min);
}

float name_height(const Theme& theme) {
    return layout_of(theme).name_width > 0 ? 0 : theme.type(Type::section).height() + 12;
}

float lobby_height(const Theme& theme) { return theme.large ? 128 : 100; }

// Where a room begins in its storey's card.
float room_offset(const Frame& frame, const CentrePage& page, const Storey& storey,
                  std::size_t index) {
    float y = layout_of(frame.theme).pad + name_height(frame.theme);
    if (storey.storey == ground_storey) y += lobby_height(frame.theme) + between;
    for (std::size_t i = 0; i < index; ++i) {
        const Room& room = storey.rooms[i];
        y += room_height(frame, room, room.venue == page.asked_for && page.asked_for) + between;
    }
    return y;
}

float storey_height(const Frame& frame, const CentrePage& page, const Storey& storey) {
    return room_offset(frame, page, storey, storey.rooms.size()) - between +
           layout_of(frame.theme).pad;
}

// What stands in a room's row; the row itself may be pressed.
void room_words(Frame& frame, Rect rect, const Room& room, bool asked) {
    const Theme& theme = frame.theme;
    const TextStyle name = room_style(theme);
    const TextStyle way = way_style(theme);
    const float left = rect.x + 24;
    const float room_width = rect.w - 48 - (room.now ? 48 : 0);
    float y = rect.y + 14;
    const auto say = [&](std::string_view words, const TextStyle& style) {
        page::line_at(frame, {left, y + style.height() / 2}, room_width, words, style,
                      {.step_down = {style.px * 0.92F, style.px * 0.84F, style.px * 0.76F}});
        y += style.height();
    };
    if (asked) say(frame.word(Key::centre_asked), way.in(theme.color.action_deep));
    say(frame.word(room.name), asked ? name.faced(text::Face::sans_bold) : name);
    say(frame.word(room.directions), way);
    if (!room.now) return;
    y += 2;
    const bool on = room.now->moment == model::Moment::on_now;
    say(now_line(frame, *room.now), way.in(on ? theme.color.good : theme.color.ink));
    chevron(frame, {rect.right() - 36, rect.center().y}, 34, theme.color.ink3);
}

void room_ground(Frame& frame, Rect rect, bool asked) {
    if (!asked) return;
    const Theme& theme = frame.theme;
    frame.canvas.round(rect, 20, theme.color.action_tint);
    if (theme.contrast) frame.canvas.outline(rect, 20, 4, theme.color.action);
    frame.canvas.round({rect.x, rect.y + 16, 6, rect.h - 32}, 3, theme.color.action);
}

std::optional<Action> room_row(Frame& frame, Rect rect, const Room& room, bool asked) {
    const Color ground = asked ? frame.theme.color.action_tint : frame.theme.color.card;
    const auto draw = [&] {
        room_ground(frame, rect, asked);
        frame.canvas.push_ground(ground);
        room_words(frame, rect, room, asked);
        frame.canvas.pop();
    };
    if (!room.now) {
        draw();
        return std::nullopt;
    }
    Pressing press(frame, Role::row, frame.word(room.name), rect,
                   static_cast<std::uint64_t>(room.venue.value));
    draw();
    if (!press.activated()) return std::nullopt;
    return open_listing(*room.now, room.now->section);
}

void lobby_row(Frame& frame, Rect rect) {
    const Theme& theme = frame.theme;
    frame.canvas.round(rect, 20, theme.color.action);
    frame.canvas.push_ground(theme.color.action);
    const Color on = theme.color.on_action;
    const float icon = theme.large ? 60 : 48;
    frame.canvas.icon({rect.x + 24 + icon / 2, rect.center().y}, icon, "pin", on);
    const TextStyle here = theme.type(Type::row_title).in(on).faced(text::Face::sans_bold);
    const TextStyle lobby = theme.type(Type::secondary).in(on);
    const float left = rect.x + 24 + icon + 20;
    const float room = rect.right() - 20 - left;
    page::line_at(frame, {left, rect.center().y - here.height() * 0.42F}, room,
                  frame.word(Key::centre_here), here);
    page::line_at(frame, {left, rect.center().y + lobby.height() * 0.52F}, room,
                  frame.word(Key::centre_lobby), lobby,
                  {.step_down = {lobby.px * 0.92F, lobby.px * 0.84F}});
    frame.canvas.pop();
}

std::optional<Action> storey_card(Frame& frame, Rect card, const CentrePage& page,
                                  const Storey& storey) {
    const Theme& theme = frame.theme;
    const Layout layout = layout_of(theme);
    std::optional<Action> action;
    card_ground(frame, card);
    frame.canvas.push_ground(theme.color.card);
    const TextStyle name = theme.type(Type::section);
    const std::string& words = frame.word(storey.name);
    if (layout.name_width > 0) {
        page::line_at(frame, {card.x + inset, card.y + layout.pad + 48}, layout.name_width - inset,
                      words, name, {.step_down = {42, 36, 32}});
        frame.canvas.line({card.x + layout.name_width, card.y + 24},
                          {card.x + layout.name_width, card.bottom() - 24}, theme.contrast ? 2 : 1,
                          theme.color.line);
    } else {
        page::line_at(frame, {card.x + inset, card.y + layout.pad + name.height() / 2},
                      card.w - 2 * inset, words, name);
    }
    const float x = card.x + layout.room_left - (theme.large ? 16 : 0);
    const float width = card.right() - 16 - x;
    if (storey.storey == ground_storey) {
        lobby_row(frame, {x, card.y + layout.pad + name_height(theme), width, lobby_height(theme)});
    }
    for (std::size_t i = 0; i < storey.rooms.size(); ++i) {
        const Room& room = storey.rooms[i];
        const bool asked = page.asked_for && room.venue == page.asked_for;
        take(action, room_row(frame,
                              {x, card.y + room_offset(frame, page, storey, i), width,
                               room_height(frame, room, asked)},
                              room, asked));
    }
    frame.canvas.pop();
    return action;
}

}  // namespace

std::optional<float> add_floors(Frame& frame, page::Column& column, float gap,
                                const CentrePage& page, std::optional<Action>& action) {
    std::optional<float> asked_y;
    const TextStyle heading = frame.theme.type(Type::section);
    column.add(gap, heading.height(), [&frame, heading](Rect rect) {
        page::line_at(frame, {rect.x, rect.center().y}, rect.w, frame.word(Key::centre_floors),
                      heading);
    });
    for (auto storey = page.storeys.rbegin(); storey != page.storeys.rend(); ++storey) {
        const Storey& shown = *storey;
        const float above = storey == page.storeys.rbegin() ? 14 : 20;
        for (std::size_t i = 0; i < shown.rooms.size(); ++i) {
            if (page.asked_for && shown.rooms[i].venue == page.asked_for) {
                asked_y = column.next(above) + room_offset(frame, page, shown, i);
            }
        }
        column.add(above, storey_height(frame, page, shown),
                   [&frame, &page, &action, &shown](Rect rect) {
                       take(action, storey_card(frame, rect, page, shown));
                   });
    }
    return asked_y;
}

}  // namespace wenlan::ui::centre
