// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cmath>
#include <string>

#include "ui/i18n/words.h"
#include "ui/screens/calendar_parts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/cards.h"

// The chosen day of the calendar with what is on.
namespace wenlan::ui::calendar {

namespace {

using model::CalendarPage;

constexpr float inset = 32;

struct Layout {
    bool stacked = false;  // the head in two lines, the seats below the title
    float head, row_height, row_pitch;
    float empty_height;
};

Layout layout_of(const Theme& theme, float width) {
    if (theme.large) return {true, 152, 168, 169, 110};
    if (width < 800) return {true, 122, 116, 117, 96};
    return {false, 78, 100, 101, 84};
}

const model::DayMark* mark_of(const CalendarPage& page) {
    for (const model::DayMark& mark : page.days) {
        if (mark.date == page.chosen) return &mark;
    }
    return nullptr;
}

std::string lunar_line(const Frame& frame, const CalendarPage& page) {
    const base::Language language = frame.language();
    const model::DayMark* mark = mark_of(page);
    const base::LunarDate lunar = mark != nullptr ? mark->lunar : base::lunar_date(page.chosen);
    const std::string month = words::lunar_month(lunar, language);
    const std::string day = words::lunar_day(lunar, language);
    if (page.chosen_count == 0) {
        return format(Key::calendar_lunar_none, language, {{"month", month}, {"day", day}});
    }
    return format(Key::calendar_lunar_count, language,
                  {{"month", month}, {"day", day}, {"n", std::to_string(page.chosen_count)}});
}

std::optional<Action> head(Frame& frame, Rect rect, const Layout& layout,
                           const CalendarPage& page) {
    const Theme& theme = frame.theme;
    const base::Language language = frame.language();
    const TextStyle title = theme.type(Type::card_title);
    const TextStyle line = theme.type(Type::secondary);
    const TextStyle small = theme.type(Type::small_body).in(theme.color.ink2);
    const std::string said = format(Key::calendar_day_weekday, language,
                                    {{"day", std::to_string(page.chosen.day)},
                                     {"weekday", words::weekday(page.chosen, language)}});
    const bool all = page.chosen_count > 0 && within_events(frame, page.chosen);
    const std::string_view label = frame.word(Key::calendar_all);
    const float link_width = all ? frame.canvas.text_width(label, small) + small.px * 1.4F + 16 : 0;
    const float left = rect.x + inset;
    const float right = rect.right() - inset;
    const float middle = rect.y + (theme.large ? 54.0F : 49.0F);
    const TextExtent extent = page::line_at(frame, {left, middle}, right - link_width - left, said,
                                            title, {.step_down = {title.px * 0.9F}});
    const Point beside = layout.stacked ? Point{left, rect.y + (theme.large ? 114.0F : 96.0F)}
                                        : Point{left + extent.width + 20, middle};
    const float room = (layout.stacked ? right : right - link_width) - beside.x;
    page::line_at(frame, beside, room, lunar_line(frame, page), line,
                  {.step_down = {line.px * 0.92F, line.px * 0.85F}});
    if (all && link(frame, {left, middle - 29, right - left, 58}, label, small)) {
        return model::Intent{model::ShowDay{page.chosen, {}}};
    }
    return std::nullopt;
}

std::string seats_of(const Frame& frame, const model::EventCard& card) {
    if (card.moment == model::Moment::ended && card.state != domain::OccasionState::cancelled) {
        return std::string(frame.word(Key::detail_ended));
    }
    const std::string seats = words::seats(card, frame.language());
    if (card.state != domain::OccasionState::moved) return seats;
    return words::facts({std::string(frame.word(Key::events_moved)), seats});
}

// The title, or its short form where that alone fits.
const std::string& title_of(Frame& frame, const model::EventCard& card, const TextStyle& style,
                            float room) {
    const std::string& full = frame.word(card.full_title);
    if (frame.canvas.text_width(full, style) <= room) return full;
    const std::string& title = frame.word(card.title);
    if (frame.canvas.text_width(title, style.sized(style.px * 0.8F)) <= room) return title;
    return frame.word(card.short_title);
}

bool row(Frame& frame, Rect rect, const Layout& layout, const model::EventCard& card) {
    const Theme& theme = frame.theme;
    Pressing press(frame, Role::row, frame.word(card.title), rect,
                   static_cast<std::uint64_t>(card.occasion.value));
    const bool ended = card.moment == model::Moment::ended;
    const TextStyle time = theme.type(Type::row_time)
                               .sized(theme.grown(38, Growth::heading))
                               .in(ended ? theme.color.ink3 : theme.color.ink);
    const TextOptions whole{.whole = true};
    const float left = rect.x + inset;
    const float right = rect.right() - inset;
    const float middle = rect.center().y - 2;
    page::line_at(frame, {left, middle}, 180, words::clock(card.start), time, whole);
    const float title_left = left + (theme.large ? 172.0F : (layout.stacked ? 132.0F : 148.0F));
    const std::string seats = seats_of(frame, card);
    TextStyle seats_style =
        theme.type(Type::small_body).in(ended ? theme.color.ink3 : seats_color(theme, card));
    TextStyle title = theme.type(Type::row_title).in(ended ? theme.color.ink3 : theme.color.ink);
    const float seats_width = frame.canvas.text_width(seats, seats_style);
    const float room = layout.stacked ? right - title_left : right - seats_width - 28 - title_left;
    const TextOptions smaller{.step_down = {title.px * 0.92F, title.px * 0.86F, title.px * 0.8F}};
    const float title_y = layout.stacked ? middle - rect.h * 0.19F : middle;
    page::line_at(frame, {title_left, title_y}, room, title_of(frame, card, title, room), title,
                  smaller);
    if (layout.stacked) {
        page::line_at(frame, {title_left, middle + rect.h * 0.21F}, room, seats,
                      seats_style.sized(theme.large ? seats_style.px : 28), whole);
    } else {
        page::line_at(frame, {right - seats_width - 4, middle}, seats_width + 4, seats, seats_style,
                      {.align = Align::right, .whole = true});
    }
    return press.activated();
}

std::optional<Action> day_card(Frame& frame, Rect rect, const Layout& layout,
                               const CalendarPage& page, std::size_t rows) {
    const Theme& theme = frame.theme;
    std::optional<Action> action;
    card_ground(frame, rect);
    frame.canvas.push_ground(theme.color.card);
    take(action, head(frame, rect, layout, page));
    for (std::size_t i = 0; i < rows; ++i) {
        const Rect at{rect.x, rect.y + layout.head + layout.row_pitch * static_cast<float>(i),
                      rect.w, layout.row_height};
        if (row(frame, at, layout, page.cards[i])) {
            action = open_listing(page.cards[i], domain::Section::events);
        }
        if (i + 1 < rows) {
            frame.canvas.line({at.x + inset, at.bottom() - 1},
                              {at.right() - inset, at.bottom() - 1}, theme.contrast ? 2 : 1,
                              theme.color.line);
        }
    }
    if (rows == 0) {
        const TextStyle style = theme.type(Type::body).in(theme.color.ink2);
        page::line_at(frame, {rect.x + inset, rect.y + layout.head + 36}, rect.w - 2 * inset,
                      frame.word(Key::calendar_empty), style,
                      {.step_down = {style.px * 0.92F, style.px * 0.85F}});
    }
    frame.canvas.pop();
    return action;
}

}  // namespace

bool within_events(const Frame& frame, base::CivilDate day) {
    const auto& strip = frame.view.events->strip;
    return !strip.empty() && day >= strip.front().date && day <= strip.back().date;
}

void add_day(Frame& frame, page::Column& column, float gap, float height_max,
             const CalendarPage& page, std::optional<Action>& action) {
    const Layout layout = layout_of(frame.theme, column.width);
    std::size_t rows = page.cards.size();
    if (within_events(frame, page.chosen)) {
        // The rest is behind the link.
        const float room = height_max - column.next(gap) - layout.head;
        const auto fit =
            static_cast<std::size_t>(std::max(2.0F, std::floor(room / layout.row_pitch)));
        rows = std::min(rows, fit);
    }
    const float body =
        rows == 0 ? layout.empty_height : layout.row_pitch * static_cast<float>(rows) + 2;
    column.add(gap, layout.head + body, [&frame, &page, &action, layout, rows](Rect rect) {
        take(action, day_card(frame, rect, layout, page, rows));
    });
}

}  // namespace wenlan::ui::calendar
