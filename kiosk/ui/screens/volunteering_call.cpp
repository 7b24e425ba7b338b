// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>

#include "ui/i18n/words.h"
#include "ui/screens/page_parts.h"
#include "ui/screens/volunteering_parts.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/pressing.h"

// One call for hands, as a card.
namespace wenlan::ui::volunteering {

namespace {

using model::SeatsShown;

// More dots than these cannot be counted at a glance: a bar says it.
constexpr int dots_max = 12;
constexpr float pitch_min = 26;
constexpr float words_gap = 20;  // between the dots and what they mean

struct Size {
    float height, day_width, left, title_y, facts_y, dots_y, button_width, dot_pitch;
};

Size size_of(const Theme& theme) {
    if (theme.large) return {262, 196, 226, 60, 129, 200, 176, 40};
    return {186, 183, 218, 44, 93, 147, 144, 34};
}

bool enough(const model::EventCard& card) { return card.seats.kind == SeatsShown::Kind::full; }
bool over(const model::EventCard& card) {
    return card.state == domain::OccasionState::cancelled || card.moment == model::Moment::ended;
}

// From the fullest line to the barest: the time is never cut.
std::string facts_of(Frame& frame, const model::EventCard& card, const TextStyle& style,
                     float room) {
    const base::Language language = frame.language();
    const std::string subtitle = card.subtitle.in(language);
    const std::string time = subtitle.empty()
                                 ? words::time_range_brief(card.start, card.end, language)
                                 : words::clock_brief(card.start);
    const std::string place = card.venue.in(language);
    const std::string brief = card.venue_short.in(language);
    const std::string moved = card.state == domain::OccasionState::moved
                                  ? std::string(frame.word(Key::events_moved))
                                  : std::string();
    const std::array<std::string, 5> lines{
        words::facts({moved, place, subtitle, time}), words::facts({moved, brief, subtitle, time}),
        words::facts({moved, place, time}), words::facts({moved, brief, time}),
        words::facts({moved, time})};
    for (const std::string& line : lines) {
        if (frame.canvas.text_width(line, style) <= room) return line;
    }
    return time;
}

void day(Frame& frame, Rect rect, const model::EventCard& card) {
    const Theme& theme = frame.theme;
    const Size size = size_of(theme);
    const TextStyle number = theme.type(Type::seats)
                                 .sized(theme.grown(64, Growth::heading))
                                 .in(theme.pigment(domain::Section::volunteering).fill);
    const Rect box{rect.x, rect.y, size.day_width, rect.h};
    page::line_at(frame, {box.x, box.y + (theme.large ? 94.0F : 71.0F)}, box.w,
                  std::to_string(card.start.date.day), number,
                  {.align = Align::center, .whole = true});
    const TextStyle caption = theme.type(Type::caption);
    const std::string weekday = card.days_ahead == 0
                                    ? std::string(frame.word(Key::common_today))
                                    : words::weekday_short(card.start.date, frame.language());
    page::line_at(frame, {box.x, box.y + (theme.large ? 176.0F : 128.0F)}, box.w, weekday, caption,
                  {.align = Align::center});
    frame.canvas.line({box.right(), rect.y + 38}, {box.right(), rect.bottom() - 38},
                      theme.contrast ? 2 : 1, theme.color.line);
}

// Taken places filled, missing ones hollow. Returns where the words begin.
float dots(Frame& frame, Point left_middle, const SeatsShown& seats, float pitch) {
    const float radius = pitch * 0.382F;
    const Color color = frame.theme.pigment(domain::Section::volunteering).fill;
    float x = left_middle.x + radius;
    for (int i = 0; i < seats.capacity; ++i) {
        const Point center{x, left_middle.y};
        if (i < seats.capacity - seats.free) {
            frame.canvas.disc(center, radius, color);
        } else {
            frame.canvas.circle(center, radius - 1.5F, 3, color);
        }
        x += pitch;
    }
    return x - pitch + radius + words_gap;
}

// Where there is no room for it the words alone say it.
float bar(Frame& frame, Point left_middle, float room, const SeatsShown& seats) {
    constexpr float width_min = 80, width_max = 260, height = 16;
    if (room < width_min) return left_middle.x;
    const float width = std::min(width_max, room);
    const Color color = frame.theme.pigment(domain::Section::volunteering).fill;
    const Rect rect{left_middle.x, left_middle.y - height / 2, width, height};
    frame.canvas.round(rect, height / 2, frame.theme.color.sunk);
    if (frame.theme.contrast) frame.canvas.outline(rect, height / 2, 2, frame.theme.color.ink);
    const float taken = static_cast<float>(seats.capacity - seats.free) /
                        static_cast<float>(std::max(1, seats.capacity));
    if (taken > 0) {
        frame.canvas.round({rect.x, rect.y, std::max(height, width * taken), height}, height / 2,
                           color);
    }
    return rect.right() + words_gap;
}

std::string missing(const Frame& frame, const SeatsShown& seats) {
    return format(seats.approximate ? Key::volunteering_missing_about : Key::volunteering_missing,
                  frame.language(), {{"n", std::to_string(seats.free)}});
}

// The places, or what there is to say instead of them.
void places(Frame& frame, Point left_middle, float room, const model::EventCard& card) {
    const Theme& theme = frame.theme;
    const Size size = size_of(theme);
    TextStyle words = theme.type(Type::secondary);
    words.color = theme.pigment(domain::Section::volunteering).fill;
    const TextOptions plain{.step_down = {words.px * 0.92F, words.px * 0.84F}};
    if (over(card)) {
        const std::string& reason = frame.word(card.reason);
        const std::string said =
            card.moment == model::Moment::ended ? std::string(frame.word(Key::detail_ended))
            : reason.empty()
                ? std::string(frame.word(Key::events_cancelled))
                : format(Key::detail_cancelled, frame.language(), {{"reason", reason}});
        page::line_at(frame, left_middle, room, said, words.in(theme.color.action_deep), plain);
        return;
    }
    if (enough(card)) {
        page::line_at(frame, left_middle, room, frame.word(Key::volunteering_enough),
                      words.in(theme.color.good), plain);
        return;
    }
    if (card.seats.kind != SeatsShown::Kind::counted) {
        page::line_at(frame, left_middle, room, words::seats(card, frame.language()), words, plain);
        return;
    }
    const std::string said = missing(frame, card.seats);
    const float beside = room - words_gap - frame.canvas.text_width(said, words);
    // Closer together before they give way to a bar.
    const float pitch =
        std::min(size.dot_pitch, beside / static_cast<float>(std::max(1, card.seats.capacity)));
    const bool countable = card.seats.capacity <= dots_max && pitch >= pitch_min;
    const float x = countable ? dots(frame, left_middle, card.seats, pitch)
                              : bar(frame, left_middle, beside, card.seats);
    TextOptions whole = plain;
    whole.whole = true;
    page::line_at(frame, {x, left_middle.y}, left_middle.x + room - x, said, words, whole);
}

std::optional<Action> button(Frame& frame, Rect rect, const model::EventCard& card) {
    const Palette& color = frame.theme.color;
    const bool full = enough(card);
    const page::SmallLook look = full ? page::SmallLook{color.secondary, color.on_secondary}
                                      : page::SmallLook{color.action, color.on_action};
    const std::string_view label =
        frame.word(full ? Key::volunteering_waitlist : Key::volunteering_count_me_in);
    if (!page::small_button(frame, rect, label, look,
                            static_cast<std::uint64_t>(card.occasion.value))) {
        return std::nullopt;
    }
    return page::sign_up_or_desk(frame, card);
}

}  // namespace

float call_height(const Frame& frame, float) { return size_of(frame.theme).height; }

std::optional<Action> call_card(Frame& frame, Rect rect, const model::EventCard& card) {
    const Theme& theme = frame.theme;
    const Size size = size_of(theme);
    std::optional<Action> action;
    card_ground(frame, rect);
    frame.canvas.push_ground(theme.color.card);
    const bool open = !over(card);
    const float button_height = theme.large ? 120 : 96;
    const Rect press_rect = open ? rect.left(rect.w - size.button_width - 36 - 12) : rect;
    {
        Pressing press(frame, Role::row, frame.word(card.title), press_rect,
                       static_cast<std::uint64_t>(card.occasion.value));
        day(frame, rect, card);
        const float left = rect.x + size.left;
        const float room = press_rect.right() - 16 - left;
        const TextStyle title = theme.type(Type::card_title);
        page::line_at(frame, {left, rect.y + size.title_y}, room, frame.word(card.title), title,
                      {.step_down = {title.px * 0.9F, title.px * 0.85F, title.px * 0.78F}});
        const TextStyle facts = theme.type(Type::secondary);
        page::line_at(frame, {left, rect.y + size.facts_y}, room,
                      facts_of(frame, card, facts, room), facts, {.whole = true});
        places(frame, {left, rect.y + size.dots_y}, room, card);
        if (press.activated()) action = open_listing(card, domain::Section::volunteering);
    }
    if (open) {
        const Rect at{rect.right() - 36 - size.button_width, rect.center().y - button_height / 2,
                      size.button_width, button_height};
        take(action, button(frame, at, card));
    }
    frame.canvas.pop();
    return action;
}

}  // namespace wenlan::ui::volunteering
