// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/neighbourhood_parts.h"

#include <array>
#include <string>

#include "ui/i18n/words.h"
#include "ui/screens/page_parts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/cards.h"

namespace wenlan::ui::neighbourhood {

namespace {

constexpr domain::Section here = domain::Section::neighbourhood;
constexpr float services_gap = 20;

std::uint64_t key_of(const model::EventCard& card) {
    return static_cast<std::uint64_t>(card.listing.value);
}

// The words of the newest notice with room for its icon and, of several, for the link.
struct NoticeLook {
    TextStyle style;
    float left, link_width, room;
};

NoticeLook notice_look(Frame& frame, float width, const model::NeighbourhoodPage& page) {
    NoticeLook look{frame.theme.type(Type::body), 105, 0, 0};
    look.style.line = 1.35F;
    look.link_width = page.notice_count > 1 ? (frame.theme.large ? 176.0F : 150.0F) : 88.0F;
    look.room = width - look.left - look.link_width - 12;
    // One line, if it can be had for a little less size.
    const float smaller = std::max(frame.theme.large ? 34.0F : 28.0F, look.style.px * 0.9F);
    const std::string& words = frame.word(page.notices.front().full_title);
    const bool one_line = frame.canvas.text_width(words, look.style.sized(smaller)) <= look.room;
    if (one_line && frame.canvas.text_width(words, look.style) > look.room) look.style.px = smaller;
    return look;
}

std::string duty_time(const Frame& frame, int minute_of_day) {
    if (minute_of_day % 60 == 0) {
        return format(Key::neighbourhood_on_the_hour, frame.language(),
                      {{"h", std::to_string(minute_of_day / 60)}});
    }
    return words::clock_brief({{}, minute_of_day / 60, minute_of_day % 60});
}

bool service_card(Frame& frame, Rect rect, const model::EventCard& card) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    Pressing press(frame, Role::card, frame.word(card.title), rect, key_of(card));
    card_ground(frame, rect, press.amount());
    canvas.push_ground(theme.color.card);
    const float below = theme.large ? 208 : 156;  // what the words need under the picture
    const float picture = rect.h - below;
    if (!theme.contrast) {
        canvas.picture(rect.top(picture), measure::radius_card, card.poster, Corners::top);
    } else {
        canvas.icon({rect.center().x, rect.y + picture / 2 + 8}, 84, "market", theme.color.ink);
    }
    const float left = rect.x + (theme.large ? 28 : 20);
    const float room = rect.w - (theme.large ? 52 : 36);
    const float y = rect.y + picture;
    const TextStyle title = theme.type(Type::tile_title);
    page::line_at(frame, {left, y + (theme.large ? 42.0F : 37.0F)}, room,
                  frame.word(card.short_title), title,
                  {.step_down = {title.px * 0.91F, title.px * 0.83F}});
    const TextStyle facts = theme.type(Type::caption);
    page::line_at(frame, {left, y + (theme.large ? 103.0F : 81.0F)}, room,
                  frame.word(card.subtitle), facts,
                  {.step_down = {facts.px * 0.92F, facts.px * 0.85F}});
    const TextStyle book = theme.type(Type::secondary).in(theme.color.action);
    page::line_at(frame, {left, y + (theme.large ? 161.0F : 121.0F)}, room,
                  frame.word(Key::neighbourhood_book), book);
    canvas.pop();
    return press.activated();
}

}  // namespace

float notice_height(Frame& frame, float width, const model::NeighbourhoodPage& page) {
    const NoticeLook look = notice_look(frame, width, page);
    const float text = frame.canvas
                           .measure(frame.word(page.notices.front().full_title), look.style,
                                    look.room, frame.theme.large ? 3 : 2)
                           .height;
    return std::max(frame.theme.large ? 132.0F : 104.0F, text + 48);
}

std::optional<Action> notice_row(Frame& frame, Rect rect, const model::NeighbourhoodPage& page) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const model::EventCard& newest = page.notices.front();
    const NoticeLook look = notice_look(frame, rect.w, page);
    const bool several = page.notice_count > 1;
    std::optional<Action> action;
    // The wash shines through.
    canvas.round(rect, measure::radius_card,
                 theme.color.card.with_alpha(theme.contrast ? 1 : 0.8F));
    if (theme.contrast) canvas.outline(rect, measure::radius_card, 4, theme.color.ink);
    canvas.push_ground(theme.color.card);
    const Rect row = several ? rect.left(rect.w - look.link_width) : rect;
    {
        Pressing press(frame, Role::row, frame.word(newest.full_title), row, key_of(newest));
        canvas.icon({rect.x + 56, rect.center().y}, theme.large ? 54 : 48, "chat",
                    theme.color.ink3);
        canvas.text({rect.x + look.left, rect.y, look.room, rect.h}, frame.word(newest.full_title),
                    look.style, {.lines_max = theme.large ? 3 : 2, .middle = true});
        if (!several) chevron(frame, {rect.right() - 48, rect.center().y}, 36, theme.color.ink3);
        if (press.activated()) action = open_listing(newest, here);
    }
    if (several) {
        const Rect all = rect.after(rect.w - look.link_width);
        canvas.line({all.x, rect.y + 28}, {all.x, rect.bottom() - 28}, theme.contrast ? 2 : 1,
                    theme.color.line);
        Pressing press(frame, Role::link, frame.word(Key::neighbourhood_all_notices), all);
        const TextStyle style = theme.type(Type::secondary).in(theme.color.ink2);
        page::line_at(frame, {all.x + 12, rect.center().y}, all.w - 82,
                      frame.word(Key::neighbourhood_all_notices), style, {.align = Align::right});
        chevron(frame, {rect.right() - 48, rect.center().y}, 36, theme.color.ink3);
        if (press.activated()) {
            action =
                go({.screen = ScreenName::list, .section = here, .list = model::ListName::notices});
        }
    }
    canvas.pop();
    return action;
}

float services_heading_height(const Frame& frame) { return frame.theme.large ? 84 : 66; }

std::optional<Action> services_heading(Frame& frame, Rect rect, int count) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const TextStyle style = theme.type(Type::section);
    const std::string all =
        format(Key::neighbourhood_services_count, frame.language(), {{"n", std::to_string(count)}});
    const TextStyle small = theme.type(Type::small_body).in(theme.color.ink2);
    const float link_width = canvas.text_width(all, small) + small.px * 1.4F + 24;
    const std::string_view title = frame.word(Key::neighbourhood_services);
    const TextExtent extent =
        page::line_at(frame, {rect.x, rect.center().y - 3}, rect.w - link_width, title, style);
    const TextStyle line = theme.type(Type::secondary);
    const std::string_view words = frame.word(Key::neighbourhood_services_line);
    const float left = rect.x + extent.width + 22;
    const float room = rect.right() - link_width - left;
    if (canvas.text_width(words, line) <= room) {
        page::line_at(frame, {left, rect.center().y - 2}, room, words, line);
    }
    if (!link(frame, rect.moved(0, -2), all, small)) return std::nullopt;
    return go({.screen = ScreenName::list, .section = here, .list = model::ListName::services});
}

float services_height(const Frame& frame, float width) {
    if (frame.theme.large) return 430;
    return width > 900 ? 292 : 254;
}

std::optional<Action> services(Frame& frame, Rect rect,
                               const std::vector<model::EventCard>& cards) {
    std::optional<Action> action;
    const std::size_t across = frame.theme.large ? 2 : 4;
    const auto columns = static_cast<float>(across);
    const float width = (rect.w - services_gap * (columns - 1)) / columns;
    for (std::size_t i = 0; i < std::min(across, cards.size()); ++i) {
        const float x = rect.x + (width + services_gap) * static_cast<float>(i);
        if (service_card(frame, {x, rect.y, width, rect.h}, cards[i])) {
            action = open_listing(cards[i], here);
        }
    }
    return action;
}

std::string duty_sentence(const Frame& frame, const model::DutyNow& duty) {
    const base::Language language = frame.language();
    const std::string& name = frame.word(duty.name);
    if (duty.on_duty) {
        return format(Key::neighbourhood_duty_on, language,
                      {{"name", name}, {"place", frame.word(duty.place)}});
    }
    const std::string time = duty_time(frame, duty.back_minute);
    if (duty.back_days_ahead == 0) {
        return format(Key::neighbourhood_duty_back_today, language,
                      {{"name", name}, {"time", time}});
    }
    if (duty.back_days_ahead == 1) {
        return format(Key::neighbourhood_duty_back_tomorrow, language,
                      {{"name", name}, {"time", time}});
    }
    const base::CivilDate day = frame.view.header->now.date.plus_days(duty.back_days_ahead);
    return format(Key::neighbourhood_duty_back_day, language,
                  {{"name", name}, {"day", words::weekday_short(day, language)}, {"time", time}});
}

float duty_height(const Frame& frame) { return frame.theme.large ? 356 : 168; }

std::optional<Action> duty(Frame& frame, Rect rect, const model::DutyNow& duty) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const Pigment pigment = theme.pigment(here);
    canvas.round(rect, measure::radius_card, pigment.tint);
    if (theme.contrast) canvas.outline(rect, measure::radius_card, 4, theme.color.ink);
    canvas.push_ground(pigment.tint);
    const bool large = theme.large;
    const Point disc{rect.x + 92, rect.y + 84};
    canvas.disc(disc, 52, pigment.fill);
    canvas.icon(disc, 58, "help", theme.contrast ? theme.color.paper : theme.color.on_fill);
    const float button_width = large ? rect.w - 80 : (theme.english() ? 252.0F : 224.0F);
    const float left = rect.x + 174;
    const float room = (large ? rect.right() - 32 : rect.right() - 40 - button_width - 20) - left;
    const TextStyle title = theme.type(Type::card_title);
    page::line_at(frame, {left, rect.y + (large ? 58.0F : 62.0F)}, room,
                  frame.word(Key::neighbourhood_talk), title);
    const TextStyle line = theme.type(Type::secondary).in(theme.color.ink2);
    const std::string said = duty_sentence(frame, duty);
    const float line_y = rect.y + (large ? 126.0F : 109.0F);
    if (canvas.text_width(said, line.sized(line.px * 0.84F)) <= room) {
        page::line_at(frame, {left, line_y}, room, said, line,
                      {.step_down = {line.px * 0.92F, line.px * 0.84F}});
    } else {
        TextStyle two = line.sized(std::max(theme.large ? 34.0F : 24.0F, line.px * 0.84F));
        two.line = 1.2F;
        canvas.text({left, line_y - two.height() / 2 - 4, room, 0}, said, two, {.lines_max = 2});
    }
    canvas.pop();
    const float height = large ? 120 : 96;
    const Rect button{rect.right() - 40 - button_width,
                      large ? rect.bottom() - 36 - height : rect.y + 36, button_width, height};
    const Key label = duty.on_duty ? Key::neighbourhood_call_over : Key::neighbourhood_leave_word;
    if (!page::small_button(frame, button, frame.word(label),
                            {theme.color.secondary, theme.color.on_secondary})) {
        return std::nullopt;
    }
    return open_sheet(Key::strip_help, Key::later_help);
}

float centre_height(const Frame& frame) { return frame.theme.large ? 128 : 96; }

std::optional<Action> centre_row(Frame& frame, Rect rect) {
    const Theme& theme = frame.theme;
    Pressing press(frame, Role::row, frame.word(Key::neighbourhood_centre), rect);
    if (theme.contrast) frame.canvas.outline(rect, measure::radius_card, 4, theme.color.ink);
    frame.canvas.icon({rect.x + 56, rect.center().y}, theme.large ? 54 : 46, "pin",
                      theme.color.ink3);
    const TextStyle style = theme.type(Type::small_body).in(theme.color.ink2);
    page::line_at(frame, {rect.x + 105, rect.center().y}, rect.w - 105 - 90,
                  frame.word(Key::neighbourhood_centre), style,
                  {.step_down = {style.px * 0.92F, style.px * 0.84F}});
    chevron(frame, {rect.right() - 48, rect.center().y}, 36, theme.color.ink3);
    if (!press.activated()) return std::nullopt;
    return go({.screen = ScreenName::centre, .section = here});
}

}  // namespace wenlan::ui::neighbourhood
