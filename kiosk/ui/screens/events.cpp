// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "ui/i18n/words.h"
#include "ui/screens/screens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chrome.h"
#include "ui/widgets/line_bridge.h"
#include "ui/widgets/lists.h"

namespace wenlan::ui {

namespace {

using model::EventsPage;

struct StripSize {
    float first, other, gap, height;
};

StripSize strip_size(const Theme& theme) {
    if (theme.large) return {212, 172, 16, 216};
    return {168, 119, 14.33F, 172};
}

Action show(base::CivilDate day, model::EventFilter filter) {
    return model::Intent{model::ShowDay{day, std::move(filter)}};
}

void title_block(Frame& frame, float x, float y) {
    Canvas& canvas = frame.canvas;
    const EventsPage& page = *frame.view.events;
    const TextStyle title = frame.theme.type(Type::title);
    canvas.text({x, y - title.height() / 2 - 7, 420, title.height()}, frame.word(Key::events_title),
                title);
    const TextStyle counts = frame.theme.type(Type::secondary);
    canvas.text({x, y + (frame.theme.large ? 42.0F : 31.0F), 480, counts.height()},
                format(Key::events_counts, frame.language(),
                       {{"today", std::to_string(page.today_count)},
                        {"week", std::to_string(page.week_count)}}),
                counts, {.step_down = {counts.px * 0.9F}});
}

std::optional<Action> head_buttons(Frame& frame, float right, float y) {
    std::optional<Action> action;
    if (round_button(frame, {right - 172, y}, 96, "search", frame.word(Key::events_search))) {
        action = go({.screen = ScreenName::search});
    }
    if (round_button(frame, {right - 48, y}, 96, "events", frame.word(Key::events_calendar))) {
        action = go({.screen = ScreenName::calendar, .section = domain::Section::events});
    }
    return action;
}

std::string day_label(const Frame& frame, const model::DayMark& mark, bool today) {
    if (today) return std::string(frame.word(Key::common_today));
    if (frame.theme.english()) return words::weekday_short(mark.date, frame.language());
    const int index = static_cast<int>(mark.date.weekday()) - 1;
    return std::string(frame.word(nth(Key::weekday_one_monday, index)));
}

std::string day_note(const Frame& frame, const model::DayMark& mark) {
    if (mark.solar_term) {
        return std::string(
            frame.word(nth(Key::solar_term_minor_cold, static_cast<int>(*mark.solar_term))));
    }
    if (mark.lunar.day == 1) {
        return std::string(frame.word(nth(Key::lunar_month_m1, mark.lunar.month - 1)));
    }
    return words::lunar_day(mark.lunar, frame.language());
}

void day_dots(Frame& frame, Point center, const model::DayMark& mark, bool filled, Color on_fill) {
    const float pitch = 14;
    float x = center.x - pitch * (static_cast<float>(mark.dots.size()) - 1) / 2;
    for (const domain::Section section : mark.dots) {
        Color color = frame.theme.pigment(section).fill;
        if (section == domain::Section::reading && !frame.theme.contrast)
            color = Color::hex(0xC99A3C);
        frame.canvas.disc({x, center.y}, 4, filled ? on_fill : color);
        x += pitch;
    }
}

bool day_tile(Frame& frame, Rect rect, const model::DayMark& mark, bool today, bool chosen) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const std::string label = words::date_line(mark.date, frame.language());
    Pressing press(frame, Role::tab, label, rect,
                   static_cast<std::uint64_t>(mark.date.days().time_since_epoch().count()));
    const Color fill = !chosen                   ? theme.color.card
                       : today || theme.contrast ? theme.color.action
                                                 : theme.pigment(domain::Section::events).fill;
    if (chosen && today) canvas.shadow(rect, measure::radius_button, Shadow::action);
    canvas.round(rect, measure::radius_button, fill);
    if (!chosen) {
        canvas.outline(rect, measure::radius_button, theme.contrast ? 4 : 2,
                       theme.contrast ? theme.color.ink
                       : today        ? theme.color.action
                                      : theme.color.line);
    }
    canvas.push_ground(fill);
    const Color on = chosen
                         ? (today && !theme.contrast ? theme.color.on_action : theme.color.on_fill)
                     : today ? theme.color.action
                             : theme.color.ink;
    const Color quiet = chosen ? on : theme.color.ink2;
    const float k = rect.h / 172;
    const TextStyle name = theme.type(Type::secondary).in(quiet);
    TextStyle number =
        theme.type(Type::section).sized((today ? 68 : 48) * (theme.large ? 1.2F : 1)).in(on);
    number.line = 1;
    const TextStyle note = theme.type(Type::caption).in(quiet);
    const TextOptions centred{.align = Align::center,
                              .step_down = {note.px * 0.88F, note.px * 0.76F, note.px * 0.64F},
                              .middle = true};
    canvas.text({rect.x + 6, rect.y + (today ? 33 : 36) * k - 24, rect.w - 12, 48},
                day_label(frame, mark, today), name, centred);
    canvas.text({rect.x, rect.y + (today ? 87 : 82) * k - number.px / 2, rect.w, number.px},
                std::to_string(mark.date.day), number, {.align = Align::center});
    canvas.text({rect.x + 6, rect.y + (today ? 141 : 125) * k - 24, rect.w - 12, 48},
                day_note(frame, mark), note, centred);
    if (!today)
        day_dots(frame, {rect.center().x, rect.y + 150 * k + (theme.large ? 6 : 0)}, mark, chosen,
                 on);
    canvas.pop();
    return press.activated();
}

std::optional<Action> day_strip(Frame& frame, Rect area) {
    const EventsPage& page = *frame.view.events;
    const StripSize size = strip_size(frame.theme);
    const float pitch = size.other + size.gap;
    const float content = size.first + static_cast<float>(page.strip.size() - 1) * pitch;
    std::optional<Action> action;
    horizontal_list(
        frame, frame.word(Key::events_days), area, content, frame.visit.event_days, pitch,
        [&](Visible visible) {
            for (std::size_t i = 0; i < page.strip.size(); ++i) {
                const bool first = i == 0;
                const float x =
                    first ? 0 : size.first + size.gap + static_cast<float>(i - 1) * pitch;
                const Rect rect{x, area.y, first ? size.first : size.other, size.height};
                if (rect.right() < visible.from || rect.x > visible.to) continue;
                const model::DayMark& mark = page.strip[i];
                const bool today = mark.date == frame.view.header->now.date;
                if (day_tile(frame, rect, mark, today, mark.date == page.day)) {
                    action = show(mark.date, page.filter);
                }
            }
        });
    return action;
}

struct ChipChoice {
    std::string label;
    bool selected = false;
    model::EventFilter filter;
};

// One kind at a time; 有余位 combines with it.
std::vector<ChipChoice> chip_choices(const Frame& frame) {
    const EventsPage& page = *frame.view.events;
    std::vector<ChipChoice> chips;
    const model::EventFilter& now = page.filter;
    chips.push_back({std::string(frame.word(Key::events_all)),
                     now.tag_key.empty() && !now.free_seats_only,
                     {}});
    chips.push_back({std::string(frame.word(Key::events_free_seats)),
                     now.free_seats_only,
                     {now.tag_key, !now.free_seats_only}});
    for (const domain::Tag& tag : page.chips) {
        const bool selected = now.tag_key == tag.key;
        chips.push_back({frame.word(tag.name),
                         selected,
                         {selected ? std::string() : tag.key, now.free_seats_only}});
    }
    return chips;
}

float chip_height(const Theme& theme) { return theme.large ? 112 : 96; }

std::optional<Action> chip_strip(Frame& frame, Rect area) {
    const EventsPage& page = *frame.view.events;
    const std::vector<ChipChoice> chips = chip_choices(frame);
    constexpr float gap = 16;
    float content = -gap;
    for (const ChipChoice& choice : chips) content += chip_width(frame, choice.label) + gap;
    std::optional<Action> action;
    horizontal_list(frame, frame.word(Key::events_kinds), area, content, frame.visit.event_chips, 0,
                    [&](Visible visible) {
                        float x = 0;
                        for (const ChipChoice& choice : chips) {
                            const Rect rect{x, area.y, chip_width(frame, choice.label), area.h};
                            x += rect.w + gap;
                            if (rect.right() < visible.from || rect.x > visible.to) continue;
                            if (chip(frame, rect, choice.label, choice.selected)) {
                                action = show(page.day, choice.filter);
                            }
                        }
                    });
    return action;
}

// Landscape: all kinds at once, wrapped.
std::optional<Action> chip_block(Frame& frame, Rect area) {
    const EventsPage& page = *frame.view.events;
    std::optional<Action> action;
    constexpr float gap = 16;
    const float height = chip_height(frame.theme);
    float x = area.x;
    float y = area.y;
    for (const ChipChoice& choice : chip_choices(frame)) {
        const float width = chip_width(frame, choice.label);
        if (x > area.x && x + width > area.right()) {
            x = area.x;
            y += height + gap;
        }
        if (y + height > area.bottom()) break;
        if (chip(frame, {x, y, width, height}, choice.label, choice.selected)) {
            action = show(page.day, choice.filter);
        }
        x += width + gap;
    }
    return action;
}

std::optional<Action> empty_day(Frame& frame, Rect area) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const EventsPage& page = *frame.view.events;
    std::optional<Action> action;
    const float middle = area.center().x;
    const float top = area.y + std::min(120.0F, area.h * 0.12F);
    canvas.icon({middle, top + 70}, 150, "bridge",
                theme.color.ink3.with_alpha(theme.contrast ? 1 : 0.45F));
    const TextStyle line = theme.type(Type::body).in(theme.color.ink2);
    canvas.text({area.x, top + 160, area.w, line.height()}, frame.word(Key::events_empty), line,
                {.align = Align::center, .middle = true});
    const bool filtered = page.filter.free_seats_only || !page.filter.tag_key.empty();
    const float width = std::min(440.0F, (area.w - measure::gutter) / 2);
    const int buttons = (page.next_day_with_events ? 1 : 0) + (filtered ? 1 : 0);
    float x = middle - (static_cast<float>(buttons) * width +
                        static_cast<float>(std::max(0, buttons - 1)) * measure::gutter) /
                           2;
    const float y = top + 160 + line.height() + 40;
    if (page.next_day_with_events) {
        const base::CivilDate day = *page.next_day_with_events;
        const bool near = page.day.days_until(day) < 7;
        const std::string label = format(Key::events_see_day, frame.language(),
                                         {{"day", near ? words::weekday_short(day, frame.language())
                                                       : words::month_day(day, frame.language())}});
        if (outline_button(frame, {x, y, width, 112}, label)) action = show(day, page.filter);
        x += width + measure::gutter;
    }
    if (filtered && outline_button(frame, {x, y, width, 112}, frame.word(Key::events_other_kind))) {
        action = show(page.day, {});
    }
    return action;
}

bool ended_line(Frame& frame, Rect rect, std::size_t count) {
    const Theme& theme = frame.theme;
    const std::string label =
        format(Key::events_ended, frame.language(), {{"n", std::to_string(count)}});
    Pressing press(frame, Role::row, label, rect);
    const TextStyle style = theme.type(Type::secondary);
    frame.canvas.text(rect.after(8), label, style, {.middle = true});
    const float width = frame.canvas.text_width(label, style);
    frame.canvas.icon({rect.x + 8 + width + 34, rect.center().y}, 34,
                      frame.visit.ended_unfolded ? "minus" : "down", theme.color.ink3);
    return press.activated();
}

Action open_card(const model::EventCard& card) {
    return open_listing(card, domain::Section::events);
}

std::optional<Action> cards(Frame& frame, Rect area) {
    const EventsPage& page = *frame.view.events;
    const bool nothing = page.day_count == 0 && page.ended.empty();
    if (nothing) return empty_day(frame, area);
    const float height = event_card_height(frame.theme);
    const float pitch = height + 20;
    const float fold = page.ended.empty() ? 0 : 112;
    const std::size_t unfolded = frame.visit.ended_unfolded ? page.ended.size() : 0;
    const auto day_count = static_cast<std::size_t>(page.day_count);
    const float content =
        12 + pitch * static_cast<float>(page.cards.size() + unfolded) + fold + 150;
    std::optional<Action> action;
    bool toggled = false;
    vertical_list(
        frame, frame.word(Key::events_title), area, content, frame.visit.event_list,
        [&](Visible visible) {
            float y = 12;
            const auto draw = [&](const model::EventCard& card) {
                const Rect rect{area.x, y, area.w, height};
                y += pitch;
                if (rect.bottom() < visible.from || rect.y > visible.to) return;
                if (event_card(frame, rect, card)) action = open_card(card);
            };
            for (std::size_t i = 0; i < page.cards.size(); ++i) {
                if (i == day_count && fold > 0) {
                    toggled = ended_line(frame, {area.x, y, area.w, 96}, page.ended.size());
                    y += fold;
                    for (std::size_t j = 0; j < unfolded; ++j) draw(page.ended[j]);
                }
                draw(page.cards[i]);
            }
            if (page.cards.size() <= day_count && fold > 0) {
                toggled = ended_line(frame, {area.x, y, area.w, 96}, page.ended.size());
                y += fold;
                for (std::size_t j = 0; j < unfolded; ++j) draw(page.ended[j]);
            }
        });
    if (toggled) frame.visit.ended_unfolded = !frame.visit.ended_unfolded;
    return action;
}

// Sideways on the list: one day on or back, so that the strip need not be reached.
std::optional<Action> swipe_day(Frame& frame, Rect area) {
    const auto swipe = frame.touch.swipe();
    if (!swipe || swipe->start_y < area.y || swipe->start_y > area.bottom() ||
        swipe->start_x < 40) {
        return std::nullopt;
    }
    const EventsPage& page = *frame.view.events;
    const base::CivilDate day = page.day.plus_days(-swipe->direction);
    if (page.strip.empty() || day < page.strip.front().date || day > page.strip.back().date) {
        return std::nullopt;
    }
    return show(day, page.filter);
}

std::optional<Action> portrait(Frame& frame) {
    const Theme& theme = frame.theme;
    Canvas& canvas = frame.canvas;
    const float width = canvas.width() - 2 * measure::margin;
    const float dock_top = page_area(canvas).dock_top;
    const float shift = theme.large ? 34 : 0;
    const StripSize strip = strip_size(theme);
    std::optional<Action> action = top_band(frame);
    title_block(frame, measure::margin, 202 + shift);
    take(action, head_buttons(frame, canvas.width() - measure::margin, 216 + shift));
    const float strip_y = 300 + shift * 1.6F;
    take(action, day_strip(frame, {measure::margin, strip_y, width, strip.height}));
    const float chips_y = strip_y + strip.height + 20;
    take(action, chip_strip(frame, {measure::margin, chips_y, width, chip_height(theme)}));
    const float list_y = chips_y + chip_height(theme) + 12;
    const Rect list{measure::margin, list_y, width, dock_top - list_y};
    take(action, cards(frame, list));
    take(action, swipe_day(frame, list));
    fade_above_dock(frame, dock_top, 120);
    return action;
}

std::optional<Action> landscape(Frame& frame) {
    const Theme& theme = frame.theme;
    Canvas& canvas = frame.canvas;
    const float dock_top = page_area(canvas).dock_top;
    const float left_width = 544;
    const float right_x = measure::margin + left_width + 56;
    const float right_width = canvas.width() - measure::margin - right_x;
    const StripSize strip = strip_size(theme);
    std::optional<Action> action = top_band(frame);
    title_block(frame, measure::margin, 216);
    take(action, head_buttons(frame, measure::margin + left_width, 222));
    const float chips_y = theme.large ? 350 : 310;
    take(action,
         chip_block(frame, {measure::margin, chips_y, left_width, dock_top - chips_y - 20}));
    const float strip_y = 168;
    take(action, day_strip(frame, {right_x, strip_y, right_width, strip.height}));
    const float list_y = strip_y + strip.height + 12;
    const Rect list{right_x, list_y, right_width, dock_top - list_y};
    take(action, cards(frame, list));
    take(action, swipe_day(frame, list));
    fade_above_dock(frame, dock_top, 90);
    return action;
}

}  // namespace

std::optional<Action> draw_events(Frame& frame) {
    head_wash(frame);
    return frame.canvas.landscape() ? landscape(frame) : portrait(frame);
}

}  // namespace wenlan::ui
