// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdlib>
#include <string>

#include "ui/i18n/words.h"
#include "ui/screens/calendar_parts.h"
#include "ui/widgets/pressing.h"

namespace wenlan::ui::calendar {

namespace {

using model::CalendarPage;
using model::DayMark;

constexpr std::size_t week_days = 7;

// Where things stand in a cell, from its top.
struct CellLook {
    float height, gap, weekday_height;
    float number_px, number_y;
    float note_px, note_y;          // one line
    float two_px, two_y, raised_y;  // two lines, and the number above them
    float dots_y, dot_radius, dot_pitch;
    bool outset = false;  // the grid reaches into the page's margins
};

CellLook look_of(const Canvas& canvas) {
    const bool large = canvas.theme().large;
    if (large) return {176, 8, 64, 60, 48, 36, 104, 34, 107, 38, 158, 7, 19, !canvas.landscape()};
    if (canvas.landscape()) return {99, 8, 36, 40, 27, 25, 60, 20, 60, 22, 84, 5, 15, false};
    return {132, 10, 58, 48, 35, 26, 78, 21, 74, 27, 105, 5, 15, false};
}

// The side on which the grid is wider than its column.
constexpr float outset_large = 32;

// 书香 has a brighter dot than its text.
Color dot_color(const Theme& theme, domain::Section section) {
    if (section == domain::Section::reading && !theme.contrast) return Color::hex(0xC99A3C);
    return theme.pigment(section).fill;
}

struct Standing {
    bool in_month = true;
    bool reachable = true;
    bool past = false;
    bool today = false;
    bool chosen = false;
};

Standing standing_of(const Frame& frame, const CalendarPage& page, const DayMark& mark) {
    const base::CivilDate today = frame.view.header->now.date;
    Standing standing;
    standing.in_month = mark.date.month == page.month && mark.date.year == page.year;
    const bool before = mark.date < base::CivilDate{page.year, page.month, 1};
    standing.reachable = standing.in_month || (before ? page.has_before : page.has_after);
    standing.past = mark.date < today;
    standing.today = mark.date == today && standing.in_month;
    standing.chosen = mark.date == page.chosen && standing.in_month;
    return standing;
}

struct Note {
    std::string words;
    bool special = false;  // a solar term or a festival
};

Note note_of(const Frame& frame, const DayMark& mark) {
    const base::Language language = frame.language();
    if (mark.festival) {
        const auto index = static_cast<int>(*mark.festival);
        return {std::string(frame.word(nth(Key::calendar_festival_new_year, index))), true};
    }
    if (mark.solar_term) {
        const auto index = static_cast<int>(*mark.solar_term);
        return {std::string(frame.word(nth(Key::solar_term_minor_cold, index))), true};
    }
    if (mark.lunar.day != 1) return {words::lunar_day(mark.lunar, language)};
    const std::string month = words::lunar_month(mark.lunar, language);
    return {frame.theme.english() ? month + "/1" : month};
}

struct CellColors {
    Color ground, number, note;
};

CellColors colors_of(const Theme& theme, const Standing& standing, bool special) {
    const Palette& color = theme.color;
    if (standing.today) return {color.action, color.on_action, color.on_action};
    if (theme.contrast && standing.chosen) return {color.ink, color.paper, color.paper};
    const Color special_color = color.action;
    if (!standing.in_month) {
        if (theme.contrast) return {color.paper, color.ink3, special ? special_color : color.ink3};
        // Faint; but what can be pressed can be read: 3:1 for the number, 4.5:1 for the note.
        const float number = standing.reachable ? 0.73F : 0.53F;
        const float note = standing.reachable ? 0.94F : 0.38F;
        return {color.paper, color.ink3.with_alpha(number).over(color.paper),
                (special && standing.reachable ? special_color : color.ink3.with_alpha(note))
                    .over(color.paper)};
    }
    return {color.card, standing.past ? color.ink3 : color.ink,
            special ? special_color : color.ink3};
}

void ground(Frame& frame, Rect rect, const Standing& standing, const CellColors& colors) {
    constexpr float radius = 24;
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    if (!standing.in_month) return;
    if (standing.today) canvas.shadow(rect, radius, Shadow::action);
    canvas.round(rect, radius, colors.ground);
    if (standing.chosen) {
        canvas.outline(rect, radius, 4, theme.color.ink);
    } else if (theme.contrast && !standing.today) {
        canvas.outline(rect, radius, standing.past ? 2 : 4,
                       standing.past ? theme.color.line : theme.color.ink);
    }
}

void dots(Frame& frame, Point center, const CellLook& look, const DayMark& mark,
          const Standing& standing, const CellColors& colors) {
    const Color past = Color::hex(0xB9B3A5);
    const Theme& theme = frame.theme;
    float x = center.x - look.dot_pitch * (static_cast<float>(mark.dots.size()) - 1) / 2;
    for (const domain::Section section : mark.dots) {
        Color color = dot_color(theme, section);
        if (standing.today || (theme.contrast && standing.chosen)) {
            color = colors.number;
        } else if (standing.past) {
            color = theme.contrast ? theme.color.line : past;
        }
        frame.canvas.disc({x, center.y}, look.dot_radius, color);
        x += look.dot_pitch;
    }
}

void writing(Frame& frame, Rect rect, const CellLook& look, const DayMark& mark, const Note& note,
             const CellColors& colors, bool silent) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    TextStyle style = theme.type(Type::caption).sized(look.note_px).in(colors.note);
    style.line = 1;
    const float room = rect.w - 8;
    const bool two = canvas.text_width(note.words, style.sized(look.note_px * 0.88F)) > room;
    TextStyle number = theme.type(Type::section).sized(look.number_px).in(colors.number);
    number.line = 1;
    page::line_at(frame, {rect.x, rect.y + (two ? look.raised_y : look.number_y)}, rect.w,
                  std::to_string(mark.date.day), number,
                  {.align = Align::center, .silent = silent, .whole = true});
    if (!two) {
        page::line_at(
            frame, {rect.x + 4, rect.y + look.note_y}, room, note.words, style,
            {.align = Align::center, .step_down = {look.note_px * 0.88F}, .silent = silent});
        return;
    }
    // Broken at the space nearest to the middle, even where the smaller size would fit.
    std::string lines = note.words;
    std::size_t best = std::string::npos;
    for (std::size_t at = lines.find(' '); at != std::string::npos; at = lines.find(' ', at + 1)) {
        const auto off = [&](std::size_t place) {
            return std::abs(static_cast<int>(2 * place) - static_cast<int>(lines.size()));
        };
        if (best == std::string::npos || off(at) < off(best)) best = at;
    }
    if (best != std::string::npos) lines[best] = '\n';
    style.px = look.two_px;
    style.line = 1.02F;
    canvas.text({rect.x, rect.y + look.two_y - style.height(), rect.w, 2 * style.height()}, lines,
                style, {.align = Align::center, .lines_max = 2, .middle = true, .silent = silent});
}

std::optional<Action> cell(Frame& frame, Rect rect, const CellLook& look, const CalendarPage& page,
                           const DayMark& mark) {
    const Standing standing = standing_of(frame, page, mark);
    const Note note = note_of(frame, mark);
    const CellColors colors = colors_of(frame.theme, standing, note.special);
    const auto draw = [&] {
        ground(frame, rect, standing, colors);
        frame.canvas.push_ground(colors.ground);
        writing(frame, rect, look, mark, note, colors, !standing.reachable);
        if (standing.in_month) {
            dots(frame, {rect.center().x, rect.y + look.dots_y}, look, mark, standing, colors);
        }
        frame.canvas.pop();
    };
    if (!standing.reachable) {
        draw();
        return std::nullopt;
    }
    const std::string label = words::facts(
        {words::date_line(mark.date, frame.language()), note.special ? note.words : std::string()});
    Pressing press(frame, Role::tab, label, rect,
                   static_cast<std::uint64_t>(mark.date.days().time_since_epoch().count()));
    draw();
    if (!press.activated()) return std::nullopt;
    return model::Intent{model::ShowMonth{mark.date.year, mark.date.month, mark.date}};
}

void weekday_row(Frame& frame, Rect rect, float pitch) {
    const Theme& theme = frame.theme;
    const float middle = rect.y + (theme.large ? 28.0F : rect.h > 50 ? 19.0F : 15.0F);
    TextStyle style = theme.type(Type::secondary);
    if (!theme.large) style.px = 28;
    for (std::size_t i = 0; i < week_days; ++i) {
        const bool weekend = i >= 5;
        page::line_at(frame, {rect.x + pitch * static_cast<float>(i), middle}, pitch - 8,
                      frame.word(nth(Key::weekday_one_monday, static_cast<int>(i))),
                      style.in(weekend ? theme.color.action : theme.color.ink3),
                      {.align = Align::center});
    }
}

Rect widened(Rect rect, const CellLook& look) {
    return look.outset ? rect.inset(-outset_large, 0) : rect;
}

struct LegendItem {
    Key word;
    domain::Section section;
};
constexpr std::array<LegendItem, 5> legend_items{
    {{Key::calendar_events, domain::Section::events},
     {Key::section_clubs, domain::Section::clubs},
     {Key::section_reading, domain::Section::reading},
     {Key::section_volunteering, domain::Section::volunteering},
     {Key::section_neighbours, domain::Section::neighbourhood}}};

bool has_neighbourhood(const CalendarPage& page) {
    for (const DayMark& mark : page.days) {
        for (const domain::Section section : mark.dots) {
            if (section == domain::Section::neighbourhood) return true;
        }
    }
    return false;
}

}  // namespace

void add_grid(Frame& frame, page::Column& column, const CalendarPage& page,
              std::optional<Action>& action) {
    const CellLook look = look_of(frame.canvas);
    const float width = column.width + (look.outset ? 2 * outset_large : 0);
    const float cell_width =
        (width - look.gap * (static_cast<float>(week_days) - 1)) / static_cast<float>(week_days);
    const float pitch = cell_width + look.gap;
    column.add(0, look.weekday_height, [&frame, look, pitch](Rect rect) {
        weekday_row(frame, widened(rect, look), pitch);
    });
    for (std::size_t first = 0; first + week_days <= page.days.size(); first += week_days) {
        column.add(first == 0 ? 0 : look.gap, look.height,
                   [&frame, &page, &action, look, pitch, cell_width, first](Rect rect) {
                       const Rect row = widened(rect, look);
                       for (std::size_t i = 0; i < week_days; ++i) {
                           const Rect at{row.x + pitch * static_cast<float>(i), row.y, cell_width,
                                         look.height};
                           take(action, cell(frame, at, look, page, page.days[first + i]));
                       }
                   });
    }
}

void add_legend(Frame& frame, page::Column& column, float gap, const CalendarPage& page) {
    const Theme& theme = frame.theme;
    const TextStyle style = theme.type(Type::secondary).in(theme.color.ink2);
    const float line = theme.large ? 60 : 42;
    const float between = theme.large ? 40 : 30;
    const std::size_t count = has_neighbourhood(page) ? 5 : 4;
    struct Placed {
        float x, y;
        LegendItem item;
    };
    std::vector<Placed> placed;
    float x = 0;
    float y = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const float width = 28 + frame.canvas.text_width(frame.word(legend_items[i].word), style);
        if (x > 0 && x + width > column.width) {
            x = 0;
            y += line;
        }
        placed.push_back({x, y, legend_items[i]});
        x += width + between;
    }
    column.add(gap, y + line, [&frame, placed, style, line](Rect rect) {
        for (const Placed& one : placed) {
            const Point dot{rect.x + one.x + 8, rect.y + one.y + line / 2};
            frame.canvas.disc(dot, 8, dot_color(frame.theme, one.item.section));
            page::line_at(frame, {dot.x + 20, dot.y}, rect.w, frame.word(one.item.word), style);
        }
    });
}

}  // namespace wenlan::ui::calendar
