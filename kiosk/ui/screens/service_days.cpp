// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/service_days.h"

#include <algorithm>
#include <string>

#include "ui/screens/page_parts.h"

namespace wenlan::ui::service {

namespace {

constexpr int weeks = 5;
constexpr int week_days = 7;

struct Look {
    float head, weekdays, cell_height, gap, number_px;
};

Look look_of(const Canvas& canvas) {
    if (canvas.theme().large) return {72, 56, 74, 8, 44};
    if (canvas.landscape()) return {54, 38, 50, 6, 32};
    return {58, 48, 72, 8, 38};
}

base::CivilDate monday_of(base::CivilDate date) {
    return date.plus_days(1 - static_cast<int>(date.weekday()));
}

void day(Frame& frame, Rect rect, const Look& look, base::CivilDate date, bool past, bool taken) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const bool free = !past && !taken;
    if (free) {
        canvas.round(rect, 18, theme.color.card);
        if (theme.contrast) canvas.outline(rect, 18, 2, theme.color.ink);
    }
    canvas.push_ground(free ? theme.color.card : theme.color.paper);
    TextStyle style = theme.type(Type::row_time)
                          .sized(look.number_px)
                          .in(free ? theme.color.ink : theme.color.ink3);
    const std::string label = date.day == 1
                                  ? std::to_string(date.month) + "/" + std::to_string(date.day)
                                  : std::to_string(date.day);
    if (past) style.color = theme.color.ink3.with_alpha(theme.contrast ? 1 : 0.45F);
    page::line_at(frame, {rect.x, rect.center().y - 1}, rect.w, label, style,
                  {.align = Align::center, .silent = past, .whole = true});
    if (taken && !past) {
        const float half = canvas.text_width(label, style) / 2 + 10;
        canvas.line({rect.center().x - half, rect.center().y + look.number_px * 0.3F},
                    {rect.center().x + half, rect.center().y - look.number_px * 0.3F}, 4,
                    theme.color.action);
    }
    canvas.pop();
}

}  // namespace

namespace {

// Beside the heading, or below it in as many lines as it needs.
float note_height(Frame& frame, float width) {
    const TextStyle line = frame.theme.type(Type::caption);
    const std::string_view note = frame.word(Key::service_days_line);
    const float heading =
        frame.canvas.text_width(frame.word(Key::service_days), frame.theme.type(Type::tile_title));
    if (heading + 20 + frame.canvas.text_width(note, line) <= width) return 0;
    return frame.canvas.measure(note, line, width, 2).height;
}

}  // namespace

float days_height(Frame& frame, float width) {
    const Look look = look_of(frame.canvas);
    return look.head + note_height(frame, width) + look.weekdays +
           (look.cell_height + look.gap) * weeks;
}

float days(Frame& frame, Rect area, const model::EventDetail& detail) {
    const Theme& theme = frame.theme;
    const Look look = look_of(frame.canvas);
    const base::CivilDate today = frame.view.header->now.date;
    const TextStyle heading = theme.type(Type::tile_title);
    const TextExtent said = page::line_at(frame, {area.x, area.y + look.head / 2}, area.w,
                                          frame.word(Key::service_days), heading);
    const TextStyle line = theme.type(Type::caption);
    const std::string_view note = frame.word(Key::service_days_line);
    const float left = area.x + said.width + 20;
    const float below = note_height(frame, area.w);
    float y = area.y + look.head + below;
    if (below == 0) {
        page::line_at(frame, {left, area.y + look.head / 2 + 2}, area.right() - left, note, line);
    } else {
        frame.canvas.text({area.x, y - below, area.w, 0}, note, line, {.lines_max = 2});
    }
    const float width = (area.w - look.gap * (week_days - 1)) / week_days;
    for (int i = 0; i < week_days; ++i) {
        const float x = area.x + (width + look.gap) * static_cast<float>(i);
        page::line_at(frame, {x, y + look.weekdays / 2}, width,
                      frame.word(nth(Key::weekday_one_monday, i)), line, {.align = Align::center});
    }
    y += look.weekdays;
    const base::CivilDate first = monday_of(today);
    for (int i = 0; i < weeks * week_days; ++i) {
        const base::CivilDate date = first.plus_days(i);
        const bool taken = std::find(detail.taken_days.begin(), detail.taken_days.end(), date) !=
                           detail.taken_days.end();
        const Rect cell{area.x + (width + look.gap) * static_cast<float>(i % week_days),
                        y + (look.cell_height + look.gap) * static_cast<float>(i / week_days),
                        width, look.cell_height};
        day(frame, cell, look, date, date < today, taken);
    }
    y += (look.cell_height + look.gap) * weeks;
    return y - area.y;
}

}  // namespace wenlan::ui::service
