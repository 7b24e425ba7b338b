// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "ui/i18n/words.h"
#include "ui/screens/centre_parts.h"
#include "ui/screens/neighbourhood_parts.h"
#include "ui/widgets/cards.h"

// When the house is open, where it is and who is there.
namespace wenlan::ui::centre {

namespace {

using model::CentrePage;

constexpr int week_days = 7;
constexpr float inset = 32;

struct Day {
    base::CivilDate date;
    domain::OpeningHours hours;
    bool closed = false;
    bool today = false;
};

Day day_of(const CentrePage& page, base::CivilDate date, base::CivilDate today) {
    const auto& closures = page.centre.closure_days;
    Day day;
    day.date = date;
    day.hours = page.centre.hours[static_cast<int>(date.weekday()) - 1];
    day.closed = day.hours.opens_minute >= day.hours.closes_minute ||
                 std::find(closures.begin(), closures.end(), date) != closures.end();
    day.today = date == today;
    return day;
}

std::string clock_of(int minute) { return words::clock_brief({{}, minute / 60, minute % 60}); }

struct DayColors {
    Color ground, text, quiet;
};

DayColors colors_of(const Theme& theme, const Day& day) {
    const Palette& color = theme.color;
    if (day.today) return {color.action, color.on_action, color.on_action};
    return {color.sunk, day.closed ? color.ink2 : color.ink, color.ink2};
}

std::string name_of(const Frame& frame, const Day& day) {
    return day.today ? std::string(frame.word(Key::centre_today))
                     : words::weekday_short(day.date, frame.language());
}

// One day of the week beside the others: when it opens over when it closes.
void day_cell(Frame& frame, Rect rect, const Day& day) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const DayColors colors = colors_of(theme, day);
    canvas.round(rect, 20, colors.ground);
    if (theme.contrast && !day.today) canvas.outline(rect, 20, 2, theme.color.ink);
    canvas.push_ground(colors.ground);
    const TextStyle name = theme.type(Type::caption).in(colors.quiet);
    page::line_at(frame, {rect.x, rect.y + rect.h * 0.2F}, rect.w, name_of(frame, day), name,
                  {.align = Align::center, .step_down = {24, 22}});
    const TextStyle time = theme.type(Type::tile_title).sized(30).in(colors.text);
    const TextOptions centred{.align = Align::center, .step_down = {27, 24}, .whole = true};
    if (day.closed) {
        page::line_at(frame, {rect.x, rect.y + rect.h * 0.62F}, rect.w,
                      frame.word(Key::centre_rest), time, centred);
    } else {
        page::line_at(frame, {rect.x, rect.y + rect.h * 0.5F}, rect.w,
                      clock_of(day.hours.opens_minute), time, centred);
        page::line_at(frame, {rect.x, rect.y + rect.h * 0.77F}, rect.w,
                      clock_of(day.hours.closes_minute), time, centred);
    }
    canvas.pop();
}

// Large text: one day a row.
void day_row(Frame& frame, Rect rect, const Day& day) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const DayColors colors = colors_of(theme, day);
    const Color ground = day.today ? colors.ground : theme.color.card;
    canvas.round(rect, 20, ground);
    canvas.push_ground(ground);
    const TextStyle style = theme.type(Type::row_title).in(colors.text);
    page::line_at(frame, {rect.x + 24, rect.center().y}, rect.w * 0.4F, name_of(frame, day), style);
    const std::string hours = day.closed ? std::string(frame.word(Key::centre_rest))
                                         : format(Key::date_time_range, frame.language(),
                                                  {{"from", clock_of(day.hours.opens_minute)},
                                                   {"to", clock_of(day.hours.closes_minute)}});
    page::line_at(frame, {rect.x + rect.w * 0.42F, rect.center().y}, rect.w * 0.58F - 24, hours,
                  style, {.align = Align::right, .whole = true});
    canvas.pop();
}

// A landscape page is low: all stands closer together there.
struct Spacing {
    float above_heading, below_heading, week, fact;
    Type note;
};

Spacing spacing_of(const Canvas& canvas) {
    if (canvas.landscape() && !canvas.theme().large) return {14, 8, 128, 8, Type::secondary};
    return {24, 12, 144, 12, Type::small_body};
}

float heading(Frame& frame, Rect card, Key key) {
    const TextStyle style = frame.theme.type(Type::card_title);
    const Spacing spacing = spacing_of(frame.canvas);
    page::line_at(frame, {card.x + inset, card.y + spacing.above_heading + style.height() / 2},
                  card.w - 2 * inset, frame.word(key), style);
    return spacing.above_heading + style.height() + spacing.below_heading;
}

float heading_height(const Frame& frame) {
    const Spacing spacing = spacing_of(frame.canvas);
    return spacing.above_heading + spacing.below_heading +
           frame.theme.type(Type::card_title).height();
}

std::string closures_of(const Frame& frame, const CentrePage& page) {
    std::string days;
    for (const base::CivilDate& day : page.closures) {
        if (!days.empty()) days += frame.theme.english() ? ", " : "、";
        days += words::month_day(day, frame.language());
    }
    return days;
}

struct Fact {
    const char* icon;
    std::string caption;
    std::string value;
};

std::vector<Fact> contact_facts(const Frame& frame, const CentrePage& page) {
    std::vector<Fact> facts;
    const auto add = [&](const char* icon, Key caption, std::string value) {
        if (!value.empty()) facts.push_back({icon, std::string(frame.word(caption)), value});
    };
    add("pin", Key::centre_address, frame.word(page.centre.address));
    add("phone", Key::centre_phone, page.centre.phone);
    if (page.duty) {
        add("help", Key::centre_duty, neighbourhood::duty_sentence(frame, *page.duty));
    }
    return facts;
}

constexpr float fact_left = 132;

float fact_height(Frame& frame, float width, const Fact& fact) {
    TextStyle value = frame.theme.type(Type::body).in(frame.theme.color.ink);
    value.line = 1.35F;
    const TextStyle caption = frame.theme.type(Type::caption);
    const float text = frame.canvas.measure(fact.value, value, width - fact_left - inset).height;
    return caption.height() + text + 2 * spacing_of(frame.canvas).fact;
}

void fact_row(Frame& frame, Rect rect, const Fact& fact) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const Pigment pigment = theme.pigment(domain::Section::neighbourhood);
    const Rect box = Rect::around({rect.x + inset + 38, rect.center().y}, 76, 76);
    canvas.round(box, 22, pigment.tint);
    if (theme.contrast) canvas.outline(box, 22, 2, theme.color.ink);
    canvas.icon(box.center(), 42, fact.icon, theme.contrast ? theme.color.ink : pigment.fill);
    TextStyle value = theme.type(Type::body).in(theme.color.ink);
    value.line = 1.35F;
    const TextStyle caption = theme.type(Type::caption);
    const float left = rect.x + fact_left;
    const float room = rect.w - fact_left - inset;
    const float above = spacing_of(canvas).fact;
    canvas.text({left, rect.y + above, room, caption.height()}, fact.caption, caption);
    canvas.text({left, rect.y + above + caption.height(), room, 0}, fact.value, value,
                {.lines_max = 0});
}

struct Next {
    int days_ahead = 0;
    int minute = 0;
};

std::optional<Next> next_opening(const CentrePage& page, const base::CivilTime& now) {
    constexpr int days_looked_at = 30;
    for (int ahead = 0; ahead < days_looked_at; ++ahead) {
        const Day day = day_of(page, now.date.plus_days(ahead), now.date);
        if (day.closed) continue;
        if (ahead == 0 && now.minute_of_day() >= day.hours.opens_minute) continue;
        return Next{ahead, day.hours.opens_minute};
    }
    return std::nullopt;
}

}  // namespace

std::string open_sentence(const Frame& frame, const CentrePage& page) {
    const base::Language language = frame.language();
    const base::CivilTime& now = frame.view.header->now;
    if (page.open_now) {
        const Day today = day_of(page, now.date, now.date);
        return format(Key::centre_open_until, language,
                      {{"time", clock_of(today.hours.closes_minute)}});
    }
    const std::optional<Next> next = next_opening(page, now);
    if (!next) return std::string(frame.word(Key::centre_closed));
    const std::string time = clock_of(next->minute);
    if (next->days_ahead == 0) {
        return format(Key::centre_closed_until_today, language, {{"time", time}});
    }
    if (next->days_ahead == 1) {
        return format(Key::centre_closed_until_tomorrow, language, {{"time", time}});
    }
    const base::CivilDate day = now.date.plus_days(next->days_ahead);
    return format(Key::centre_closed_until_day, language,
                  {{"day", next->days_ahead < week_days ? words::weekday_short(day, language)
                                                        : words::month_day(day, language)},
                   {"time", time}});
}

void add_hours(Frame& frame, page::Column& column, float gap, const CentrePage& page) {
    const Theme& theme = frame.theme;
    const base::CivilDate today = frame.view.header->now.date;
    const base::CivilDate monday = today.plus_days(1 - static_cast<int>(today.weekday()));
    const TextStyle note = theme.type(spacing_of(frame.canvas).note).in(theme.color.ink2);
    const std::string closures = closures_of(frame, page);
    std::string notes = frame.word(page.centre.closing_note);
    if (!closures.empty()) {
        const std::string said = std::string(frame.word(Key::centre_closures)) +
                                 (theme.english() ? " " : " · ") + closures;
        notes = notes.empty() ? said : said + "\n" + notes;
    }
    const float room = column.width - 2 * inset;
    const float text = notes.empty() ? 0 : frame.canvas.measure(notes, note, room).height + 16;
    const float row = theme.large ? 88 : spacing_of(frame.canvas).week;
    const float week = theme.large ? row * week_days : row;
    const float height = heading_height(frame) + week + text + 24;
    column.add(gap, height, [&frame, &page, monday, today, notes, note, row, week](Rect card) {
        card_ground(frame, card);
        frame.canvas.push_ground(frame.theme.color.card);
        const float top = card.y + heading(frame, card, Key::centre_hours);
        const float space = card.w - 2 * inset;
        constexpr float between = 8;
        const float width = (space - between * (week_days - 1)) / week_days;
        for (int i = 0; i < week_days; ++i) {
            const Day day = day_of(page, monday.plus_days(i), today);
            const auto n = static_cast<float>(i);
            if (frame.theme.large) {
                day_row(frame, {card.x + inset - 12, top + row * n, space + 24, row - 8}, day);
            } else {
                day_cell(frame, {card.x + inset + (width + between) * n, top, width, row}, day);
            }
        }
        if (!notes.empty()) {
            frame.canvas.text({card.x + inset, top + week + 16, space, 0}, notes, note,
                              {.lines_max = 0});
        }
        frame.canvas.pop();
    });
}

void add_contact(Frame& frame, page::Column& column, float gap, const CentrePage& page) {
    const std::vector<Fact> facts = contact_facts(frame, page);
    if (facts.empty()) return;
    float height = 24;
    for (const Fact& fact : facts) height += fact_height(frame, column.width, fact);
    column.add(gap, height, [&frame, facts](Rect card) {
        card_ground(frame, card);
        frame.canvas.push_ground(frame.theme.color.card);
        float y = card.y + 12;
        for (const Fact& fact : facts) {
            const float row = fact_height(frame, card.w, fact);
            fact_row(frame, {card.x, y, card.w, row}, fact);
            y += row;
        }
        frame.canvas.pop();
    });
}

}  // namespace wenlan::ui::centre
