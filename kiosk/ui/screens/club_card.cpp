// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/club_card.h"

#include <array>

#include "ui/i18n/words.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/pressing.h"

namespace wenlan::ui {

namespace {

constexpr int reason_lines_max = 3;

float words_height(const Theme& theme) { return theme.large ? 200 : 164; }

struct Status {
    std::string words;
    Color color;
    int lines_max = 1;
};

// What the last line says: first what is unusual, then whether one can join.
Status status_of(const Frame& frame, const model::ClubCard& club) {
    const Palette& color = frame.theme.color;
    const base::Language language = frame.language();
    const std::string reason = club.card.reason.in(language);
    if (club.rests_until) {
        return {format(Key::clubs_rests_until, language,
                       {{"day", words::month_day(*club.rests_until, language)}}),
                color.waiting};
    }
    if (club.card.state == domain::OccasionState::cancelled) {
        return {format(Key::clubs_paused, language, {{"reason", reason}}), color.action_deep,
                reason_lines_max};
    }
    if (club.card.state == domain::OccasionState::moved) {
        return {format(Key::clubs_moved, language, {{"reason", reason}}), color.waiting,
                reason_lines_max};
    }
    if (club.recruiting) return {std::string(frame.word(Key::clubs_recruiting)), color.action};
    if (club.full) return {std::string(frame.word(Key::clubs_full)), color.ink3};
    return {format(Key::clubs_members, language, {{"n", std::to_string(club.members)}}),
            color.ink3};
}

// The title, or its short form where it would not fit even at the smallest size.
const std::string& fitting_title(Frame& frame, const model::EventCard& card, const TextStyle& style,
                                 float width, float px_min) {
    const std::string& title = frame.word(card.title);
    return frame.canvas.text_width(title, style.sized(px_min)) <= width
               ? title
               : frame.word(card.short_title);
}

}  // namespace

int club_card_columns(const Canvas& canvas, float width) {
    const float least = canvas.theme().large ? 416 : (canvas.landscape() ? 340 : 306);
    return std::max(1, static_cast<int>((width + measure::gutter) / (least + measure::gutter)));
}

float club_card_height(const Canvas& canvas) {
    const float picture = canvas.landscape() ? (canvas.theme().large ? 188 : 142) : 220;
    return picture + words_height(canvas.theme());
}

bool club_card(Frame& frame, Rect rect, const model::ClubCard& club) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const float room = rect.w - 48;
    const Status status = status_of(frame, club);
    const TextStyle line = theme.type(Type::caption).in(status.color);
    const float status_height =
        status.lines_max == 1 ? line.height()
                              : canvas.measure(status.words, line, room, status.lines_max).height;
    // A reason takes its lines from the picture.
    const float picture =
        rect.h - words_height(theme) - std::max(0.0F, status_height - line.height());

    Pressing press(frame, Role::card, frame.word(club.card.title), rect,
                   static_cast<std::uint64_t>(club.card.listing.value));
    card_ground(frame, rect, press.amount());
    canvas.push_ground(theme.color.card);
    const Rect art = theme.contrast ? rect.top(picture).inset(4) : rect.top(picture);
    canvas.picture(art, measure::radius_card - (theme.contrast ? 4 : 0), club.card.poster,
                   Corners::top);
    const float left = rect.x + 24;
    const float top = rect.y + picture;
    const float grown = theme.large ? 1.22F : 1;
    TextStyle title = theme.type(Type::card_title);
    // English names are long: one size for all cards rather than a step down on every other one.
    if (theme.english()) title.px *= 0.87F;
    const std::array<float, 4> sizes{title.px, title.px * 0.9F, title.px * 0.85F, title.px * 0.8F};
    canvas.text({left, top + 45 * grown - title.height() / 2, room, title.height()},
                fitting_title(frame, club.card, title, room, sizes.back()), title,
                {.step_down = {sizes.begin() + 1, sizes.end()}});
    const TextStyle weekly = theme.type(Type::secondary).in(theme.color.ink2);
    canvas.text({left, top + 94 * grown - weekly.height() / 2, room, weekly.height()},
                frame.word(club.weekly), weekly,
                {.step_down = {weekly.px * 0.93F, weekly.px * 0.9F}});
    canvas.text({left, top + 138 * grown - line.height() / 2, room, status_height}, status.words,
                line,
                status.lines_max == 1 ? TextOptions{.step_down = {line.px * 0.97F}}
                                      : TextOptions{.lines_max = status.lines_max});
    canvas.pop();
    return press.activated();
}

}  // namespace wenlan::ui
