// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>

#include "ui/i18n/words.h"
#include "ui/screens/calendar_parts.h"
#include "ui/screens/screens.h"
#include "ui/widgets/baseline.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chrome.h"
#include "ui/widgets/section_head.h"

namespace wenlan::ui {

namespace {

using model::CalendarPage;

constexpr float landscape_grid = 1104;
constexpr float buttons_width = 388 + 20;

// A month on or back: today if it lies in that month, else its first day.
Action turn(const Frame& frame, const CalendarPage& page, int months) {
    const int index = page.year * 12 + page.month - 1 + months;
    const int year = index / 12;
    const int month = index % 12 + 1;
    const base::CivilDate today = frame.view.header->now.date;
    const bool here = today.year == year && today.month == month;
    return model::Intent{
        model::ShowMonth{year, month, here ? today : base::CivilDate{year, month, 1}}};
}

// 二〇二六年 · 丙午年九月至十月
std::string year_line(const Frame& frame, const CalendarPage& page) {
    const base::Language language = frame.language();
    const base::CivilDate first{page.year, page.month, 1};
    base::CivilDate last = first;
    while (last.plus_days(1).month == page.month) last = last.plus_days(1);
    const base::LunarDate from = base::lunar_date(first);
    const base::LunarDate to = base::lunar_date(last);
    const auto with_year = [&](base::CivilDate date, const base::LunarDate& lunar) {
        return format(
            Key::calendar_lunar_month, language,
            {{"stem_branch", words::stem_branch(words::lunar_year(date, lunar), language)},
             {"month", words::lunar_month(lunar, language)}});
    };
    const std::string year =
        format(Key::calendar_year, language, {{"digits", words::digits(page.year, language)}});
    const bool same_month = from.month == to.month && from.leap_month == to.leap_month;
    if (same_month) {
        return format(Key::calendar_year_line_one, language,
                      {{"year", year}, {"from", with_year(first, from)}});
    }
    const bool same_year = words::lunar_year(first, from) == words::lunar_year(last, to);
    return format(Key::calendar_year_line, language,
                  {{"year", year},
                   {"from", with_year(first, from)},
                   {"to", same_year ? words::lunar_month(to, language) : with_year(last, to)}});
}

void head_words(Frame& frame, float room, const CalendarPage& page) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const std::string_view month = frame.word(nth(Key::calendar_month_1, page.month - 1));
    const TextStyle title = theme.type(Type::title);
    const TextStyle below = theme.type(Type::secondary);
    std::string line = year_line(frame, page);
    const float left = measure::margin;
    const bool landscape = canvas.landscape();
    const float beside = landscape ? canvas.text_width(month, title) + 28 : 0;
    if (canvas.text_width(line, below.sized(below.px * 0.85F)) > room - beside) {
        line = format(Key::calendar_year, frame.language(),
                      {{"digits", words::digits(page.year, frame.language())}});
    }
    const TextOptions smaller{.step_down = {below.px * 0.92F, below.px * 0.85F}};
    if (landscape) {
        text_on_baseline(canvas, left, 226, room, month, title);
        text_on_baseline(canvas, left + beside, 226, room - beside, line, below, smaller);
        return;
    }
    const float y = theme.large ? 236 : 202;
    canvas.text({left, y - title.height() / 2 - 7, room, title.height()}, month, title,
                {.step_down = {title.px * 0.85F, title.px * 0.75F}});
    canvas.text({left, y + (theme.large ? 42.0F : 31.0F), room, below.height()}, line, below,
                smaller);
}

// An arrow without a month behind it stands faint, and says why when it is pressed.
std::optional<Action> arrow(Frame& frame, Point center, int months, const CalendarPage& page) {
    const bool back = months < 0;
    const bool open = back ? page.has_before : page.has_after;
    const std::string_view label = frame.word(back ? Key::calendar_previous : Key::calendar_next);
    frame.canvas.push_shift(0, 0, open || frame.theme.contrast ? 1 : 0.45F);
    const bool pressed = round_button(frame, center, 96, back ? "back" : "next", label);
    frame.canvas.pop();
    if (!pressed) return std::nullopt;
    if (open) return turn(frame, page, months);
    return open_sheet(Key::calendar_end_title, Key::calendar_end_line);
}

std::optional<Action> head_buttons(Frame& frame, float right, float y, const CalendarPage& page) {
    const Palette& color = frame.theme.color;
    std::optional<Action> action;
    take(action, arrow(frame, {right - 340, y}, -1, page));
    if (page::small_button(frame, {right - 264, y - 48, 140, 96}, frame.word(Key::common_today),
                           {color.card, color.ink, true, 32})) {
        const base::CivilDate today = frame.view.header->now.date;
        action = model::Intent{model::ShowMonth{today.year, today.month, today}};
    }
    take(action, arrow(frame, {right - 48, y}, 1, page));
    return action;
}

// Sideways: a month on or back, where there is one.
std::optional<Action> swipe_month(Frame& frame, Rect area, const CalendarPage& page) {
    constexpr float edge = 40;  // from there a swipe goes back to where one came from
    const auto swipe = frame.touch.swipe();
    if (!swipe || swipe->start_y < area.y || swipe->start_y > area.bottom() ||
        swipe->start_x < edge || swipe->start_x > area.right()) {
        return std::nullopt;
    }
    const bool on = swipe->direction < 0;
    if (on ? !page.has_after : !page.has_before) return std::nullopt;
    return turn(frame, page, on ? 1 : -1);
}

std::optional<Action> portrait(Frame& frame, const CalendarPage& page, Rect area) {
    std::optional<Action> action;
    const Theme& theme = frame.theme;
    page::Column column{area.x, area.w};
    calendar::add_grid(frame, column, page, action);
    calendar::add_legend(frame, column, 24, page);
    calendar::add_day(frame, column, 20, area.h - 60, page, action);
    page::draw_columns(frame, frame.word(Key::events_calendar), area, frame.visit.calendar,
                       std::array{column}, theme.large ? 60 : 40);
    if (frame.visit.calendar.offset_max() > 0) fade_above_dock(frame, area.bottom(), 60);
    take(action, swipe_month(frame, area, page));
    return action;
}

// The grid at the left, the chosen day at the right.
std::optional<Action> landscape(Frame& frame, const CalendarPage& page, float dock_top) {
    std::optional<Action> action;
    const float top = 264;
    const Rect left{measure::margin, top, landscape_grid, dock_top - top};
    page::Column grid{left.x, left.w};
    calendar::add_grid(frame, grid, page, action);
    page::draw_columns(frame, frame.word(Key::events_calendar), left, frame.visit.calendar,
                       std::array{grid}, 12);
    if (frame.visit.calendar.offset_max() > 0) page::fade_below(frame, left);
    const float x = left.right() + 56;
    const float day_top = 168;
    const Rect right{x, day_top, frame.canvas.width() - measure::margin - x, dock_top - day_top};
    page::Column day{right.x, right.w};
    page::Column legend{right.x, right.w};
    calendar::add_legend(frame, legend, 0, page);
    calendar::add_day(frame, day, 0, right.h - legend.height - 44, page, action);
    calendar::add_legend(frame, day, 24, page);
    page::draw_columns(frame, frame.word(Key::calendar_all), right, frame.visit.calendar_day,
                       std::array{day}, 20);
    if (frame.visit.calendar_day.offset_max() > 0) page::fade_below(frame, right);
    take(action, swipe_month(frame, left, page));
    return action;
}

}  // namespace

std::optional<Action> draw_calendar(Frame& frame) {
    head_wash(frame);
    Canvas& canvas = frame.canvas;
    const CalendarPage* page = frame.view.calendar.get();
    std::optional<Action> action = top_band(frame);
    const float dock_top = page_area(canvas).dock_top;
    const float top = section_head_bottom(canvas);
    const Rect area{measure::margin, top, canvas.width() - 2 * measure::margin, dock_top - top};
    if (page::is_awaited(frame, page != nullptr, area)) return action;
    const bool landscape_page = canvas.landscape();
    const float right = measure::margin + (landscape_page ? landscape_grid : area.w);
    head_words(frame, right - measure::margin - buttons_width, *page);
    const float y = landscape_page ? 206 : (frame.theme.large ? 250 : 216);
    take(action, head_buttons(frame, right, y, *page));
    take(action, landscape_page ? landscape(frame, *page, dock_top) : portrait(frame, *page, area));
    return action;
}

}  // namespace wenlan::ui
