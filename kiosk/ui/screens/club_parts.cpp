// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/club_parts.h"

#include <array>
#include <cmath>

#include "base/utf8.h"
#include "ui/i18n/words.h"
#include "ui/screens/page_parts.h"
#include "ui/widgets/baseline.h"
#include "ui/widgets/buttons.h"

namespace wenlan::ui::club {

using model::EventDetail;

namespace {

constexpr float day_gap = 12;

std::string members_line(const Frame& frame, const domain::Club& club) {
    const base::Language language = frame.language();
    std::string founded;
    if (club.founded_year > 0) {
        founded =
            format(Key::club_founded, language, {{"year", std::to_string(club.founded_year)}});
    }
    return words::facts(
        {founded, format(Key::club_members, language, {{"n", std::to_string(club.members)}})});
}

// The places open over their words, right-aligned. Returns the width used.
float places(Frame& frame, Rect area, const EventDetail& detail) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const Door door = door_of(detail);
    if (door == Door::ask) return 0;
    const bool open = door == Door::open;
    const Color color = open ? theme.color.action : theme.color.ink3;
    TextStyle number = theme.type(Type::seats).sized(theme.grown(open ? 72 : 56, Growth::heading));
    const TextStyle caption = theme.type(Type::secondary).in(color);
    const std::string top = open ? std::to_string(detail.club->club.places_open)
                                 : std::string(frame.word(Key::club_full));
    const std::string_view below = frame.word(open ? Key::club_places : Key::club_full_line);
    const float width = std::max(canvas.text_width(top, number), canvas.text_width(below, caption));
    const float x = area.right() - width;
    text_on_baseline(canvas, x, area.y + (theme.large ? 112 : 102), width, top, number.in(color),
                     {.align = Align::right});
    const float middle = area.y + (theme.large ? 152 : 126);
    canvas.text({x, middle - caption.height() / 2, width, caption.height()}, below, caption,
                {.align = Align::right});
    return width;
}

struct DayLook {
    Color ground;
    Color text;
    std::string words;
};

DayLook look_of(const Frame& frame, const model::ClubDay& day) {
    const Theme& theme = frame.theme;
    const Pigment pigment = theme.pigment(domain::Section::clubs);
    if (day.cancelled) {
        return {theme.color.action_tint, theme.color.action_deep,
                std::string(frame.word(Key::club_paused))};
    }
    if (!day.start) {
        return {theme.color.sunk, theme.color.ink3, std::string(frame.word(Key::club_rest))};
    }
    const std::string time = words::clock(*day.start);
    if (!day.today) return {pigment.tint, pigment.fill, time};
    if (theme.contrast) return {theme.color.action, theme.color.on_action, time};
    return {pigment.fill, theme.color.on_fill, time};
}

void day_cell(Frame& frame, Rect rect, int weekday, const model::ClubDay& day) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const DayLook look = look_of(frame, day);
    constexpr float radius = 24;
    canvas.round(rect, radius, look.ground);
    if (theme.contrast) {
        canvas.outline(rect, radius, day.start ? 4 : 2,
                       day.start ? theme.color.ink : theme.color.line);
    } else if (day.today && (!day.start || day.cancelled)) {
        canvas.outline(rect, radius, 3, look.text);
    }
    canvas.push_ground(look.ground);
    const TextStyle name = theme.type(Type::secondary).in(look.text);
    const TextStyle time = theme.type(Type::tile_title).in(look.text);
    page::line_at(frame, {rect.x + 4, rect.y + rect.h * 0.338F}, rect.w - 8,
                  frame.word(nth(Key::weekday_short_monday, weekday)), name,
                  {.align = Align::center, .step_down = {name.px * 0.9F}});
    page::line_at(frame, {rect.x + 4, rect.y + rect.h * 0.638F}, rect.w - 8, look.words, time,
                  {.align = Align::center, .step_down = {time.px * 0.94F, time.px * 0.88F}});
    canvas.pop();
}

// What is not as always: a rest, a practice that does not take place, one that has moved.
std::optional<std::pair<std::string, Color>> unusual(const Frame& frame,
                                                     const EventDetail& detail) {
    const Palette& color = frame.theme.color;
    const base::Language language = frame.language();
    const std::string reason = detail.card.reason.in(language);
    if (detail.club->club.rests_until) {
        return std::pair{
            format(Key::clubs_rests_until, language,
                   {{"day", words::month_day(*detail.club->club.rests_until, language)}}),
            color.waiting};
    }
    if (detail.card.state == domain::OccasionState::cancelled) {
        return std::pair{format(Key::clubs_paused, language, {{"reason", reason}}),
                         color.action_deep};
    }
    if (detail.card.state == domain::OccasionState::moved) {
        return std::pair{format(Key::clubs_moved, language, {{"reason", reason}}), color.waiting};
    }
    return std::nullopt;
}

// A line and a quieter one below it, around the middle of the row. Returns their height; nothing is
// drawn where `draw` is false.
float two_lines(Frame& frame, Point left_middle, float room, std::string_view first,
                const TextStyle& first_style, std::string_view second, bool draw) {
    Canvas& canvas = frame.canvas;
    const TextStyle quiet = frame.theme.type(Type::secondary);
    const float below = second.empty() ? 0 : canvas.measure(second, quiet, room, 2).height + 2;
    const float height = first_style.height() + below;
    if (!draw) return height;
    const float top = left_middle.y - height / 2 + (second.empty() ? 0 : 2);
    canvas.text(
        {left_middle.x, top, room, first_style.height()}, first, first_style,
        {.step_down = {first_style.px * 0.92F, first_style.px * 0.85F, first_style.px * 0.78F}});
    if (!second.empty()) {
        canvas.text({left_middle.x, top + first_style.height() + 2, room, 0}, second, quiet,
                    {.lines_max = 2});
    }
    return height;
}

// The first character of a name on a disc, with the chords of a seal's frame.
void leader_seal(Frame& frame, Point center, const std::string& name) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    constexpr float radius = 48;
    const Color fill = theme.pigment(domain::Section::clubs).fill;
    const Color on = theme.color.on_fill;
    canvas.disc(center, radius, fill);
    constexpr float away = 42;
    const float half = std::sqrt(radius * radius - away * away);
    const Color faint = on.with_alpha(theme.contrast ? 1 : 0.55F);
    for (const float side : {-away, away}) {
        canvas.line({center.x - half, center.y + side}, {center.x + half, center.y + side}, 2,
                    faint);
        canvas.line({center.x + side, center.y - half}, {center.x + side, center.y + half}, 2,
                    faint);
    }
    std::string initial;
    base::utf8::append(initial, base::utf8::decode(name).front());
    canvas.push_ground(fill);
    TextStyle style = theme.type(Type::card_title).sized(42).in(on);
    canvas.text(Rect::around({center.x, center.y - 1}, radius * 2, style.height()), initial, style,
                {.align = Align::center, .silent = true});
    canvas.pop();
}

}  // namespace

Door door_of(const EventDetail& detail) {
    if (detail.club->club.places_open > 0) return Door::open;
    return detail.card.join == domain::Join::ask ? Door::ask : Door::waitlist;
}

float head(Frame& frame, Rect area, const EventDetail& detail) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const float used = places(frame, area, detail);
    const float room = area.w - (used > 0 ? used + 32 : 0);
    const TextStyle title = theme.type(Type::title);
    canvas.text(
        {area.x, area.y + (theme.large ? 74 : 70) - title.height() / 2, room, title.height()},
        frame.word(detail.card.title), title,
        {.step_down = {title.px * 0.875F, title.px * 0.78F, title.px * 0.7F, title.px * 0.62F}});
    const TextStyle line = theme.type(Type::secondary);
    canvas.text(
        {area.x, area.y + (theme.large ? 152 : 130) - line.height() / 2, room, line.height()},
        members_line(frame, detail.club->club), line, {.step_down = {line.px * 0.92F}});
    return theme.large ? 194 : 171;
}

float story(Frame& frame, Rect area, const EventDetail& detail) {
    std::string words = frame.word(detail.body);
    if (const std::size_t cut = words.find('\n'); cut != std::string::npos) {
        words.replace(cut, 1, frame.theme.english() ? " " : "");
    }
    TextStyle style = frame.theme.type(Type::body);
    if (frame.canvas.landscape()) style.line = 1.5F;
    return frame.canvas.text(area, words, style, {.lines_max = 0}).height;
}

float week(Frame& frame, Rect area, const EventDetail& detail) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const TextStyle heading = theme.type(Type::section);
    canvas.text({area.x, area.y, area.w, heading.height()}, frame.word(Key::club_week), heading);
    float y = area.y + heading.height() + 15;
    const auto& days = detail.club->week;
    const float width = (area.w - day_gap * 6) / 7;
    const float height = theme.large ? 172 : (canvas.landscape() ? 124 : 148);
    for (std::size_t i = 0; i < std::min<std::size_t>(7, days.size()); ++i) {
        const float x = area.x + (width + day_gap) * static_cast<float>(i);
        day_cell(frame, {x, y, width, height}, static_cast<int>(i), days[i]);
    }
    y += height;
    if (const auto said = unusual(frame, detail)) {
        TextStyle style = theme.type(Type::body).in(said->second);
        style.line = 1.4F;
        y += 16;
        y += canvas.text({area.x, y, area.w, 0}, said->first, style, {.lines_max = 0}).height;
    }
    return y - area.y;
}

Part leader(Frame& frame, Rect area, const EventDetail& detail) {
    const Theme& theme = frame.theme;
    const domain::Club& club = detail.club->club;
    const std::string& name = frame.word(club.leader);
    if (name.empty()) return {};
    const float button = theme.large || theme.english() ? 236 : 196;
    const float left = area.x + 120;
    const float room = area.right() - button - 24 - left;
    const std::string first = words::facts({name, frame.word(club.leader_role)});
    const std::string& note = frame.word(club.leader_note);
    const TextStyle style = theme.type(Type::row_title);
    const float high = two_lines(frame, {}, room, first, style, note, false);
    Part part{std::max(96.0F, high)};
    const float middle = area.y + part.height / 2;
    leader_seal(frame, {area.x + 48, middle}, name);
    two_lines(frame, {left, middle}, room, first, style, note, true);
    const Rect rect{area.right() - button, middle - 48, button, 96};
    if (outline_button(frame, rect, frame.word(Key::club_message), "chat")) {
        part.action = open_sheet(Key::later_service_desk, Key::club_message_hint);
    }
    return part;
}

Part place(Frame& frame, Rect area, const EventDetail& detail) {
    const Theme& theme = frame.theme;
    const std::string& name = frame.word(detail.card.venue);
    const std::string& note = frame.word(detail.club->venue_note);
    if (name.empty() && note.empty()) return {};
    const bool leads = static_cast<bool>(detail.venue);
    const float left = area.x + 80;
    const float room = area.right() - (leads ? 66 : 0) - left;
    const TextStyle style = theme.type(Type::row_title).sized(theme.grown(34, Growth::body));
    const std::string_view first = name.empty() ? note : name;
    const std::string_view second = name.empty() ? std::string_view() : note;
    Part part{std::max(frame.canvas.landscape() ? 116.0F : 140.0F,
                       two_lines(frame, {}, room, first, style, second, false) + 40)};
    const Rect row{area.x, area.y, area.w, part.height};
    const auto draw = [&] {
        frame.canvas.icon({row.x + 28, row.center().y}, 58, "pin",
                          theme.pigment(domain::Section::clubs).fill);
        two_lines(frame, {left, row.center().y - 2}, room, first, style, second, true);
    };
    if (!leads) {
        draw();
        return part;
    }
    Pressing press(frame, Role::row, first, row);
    draw();
    chevron(frame, {row.right() - 15, row.center().y}, 36, theme.color.ink3);
    if (press.activated()) {
        part.action = go({.screen = ScreenName::centre,
                          .section = domain::Section::clubs,
                          .room = detail.venue});
    }
    return part;
}

namespace {

// For the next practice; without one, somebody at the desk knows.
Action try_once(const EventDetail& detail) {
    domain::OccasionId next = detail.card.occasion;
    std::optional<base::CivilTime> first;
    for (const model::ClubDay& day : detail.club->week) {
        if (!day.occasion || day.cancelled || !day.start || (first && *first < *day.start))
            continue;
        first = day.start;
        next = day.occasion;
    }
    if (!next) return open_sheet(Key::later_service_desk, Key::club_trial_hint);
    return open_sign_up(next, detail.card.listing);
}

}  // namespace

std::optional<Action> buttons(Frame& frame, Rect area, const EventDetail& detail) {
    std::optional<Action> action;
    const float trial = frame.theme.large ? 400 : 360;
    if (outline_button(frame, area.left(trial), frame.word(Key::club_trial))) {
        action = try_once(detail);
    }
    const Rect main = area.after(trial + measure::gutter);
    const Door door = door_of(detail);
    if (door == Door::ask) {
        if (primary_button(frame, main, frame.word(Key::detail_ask), Weight::action)) {
            action = open_sheet(Key::detail_ask, Key::later_help);
        }
        return action;
    }
    const bool open = door == Door::open;
    if (primary_button(frame, main, frame.word(open ? Key::club_join : Key::detail_waitlist),
                       open ? Weight::action : Weight::secondary)) {
        action = open_sign_up({}, detail.card.listing);
    }
    return action;
}

}  // namespace wenlan::ui::club
