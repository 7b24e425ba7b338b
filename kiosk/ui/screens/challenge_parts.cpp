// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/challenge_parts.h"

#include <array>

#include "ui/i18n/words.h"
#include "ui/screens/page_parts.h"
#include "ui/widgets/baseline.h"
#include "ui/widgets/buttons.h"

namespace wenlan::ui::reading {

namespace {

using domain::Section;
using model::ChallengeFacts;
using model::EventCard;

constexpr int row_stamps_max = 62;  // more would be specks: they become one bar

// What a challenge's card is painted with, from its top to its bottom.
const Color card_top = Color::hex(0xFAF2DD);
const Color card_bottom = Color::hex(0xF3E4C2);
constexpr float picture_aspect = 633.0F / 420.0F;

std::string progress_words(const ChallengeFacts& facts, base::Language language) {
    const std::string readers = std::to_string(facts.challenge.readers);
    if (facts.day == 0) {
        return format(
            Key::reading_begins, language,
            {{"day", words::month_day(facts.challenge.first_day, language)}, {"n", readers}});
    }
    if (facts.day > facts.days) return format(Key::reading_over, language, {{"n", readers}});
    return format(Key::reading_under_way, language,
                  {{"n", readers}, {"day", std::to_string(facts.day)}});
}

struct Run {
    std::string_view words;
    bool number = false;
};

std::vector<Run> runs_of(std::string_view words) {
    std::vector<Run> runs;
    std::size_t begin = 0;
    const auto digit = [&](std::size_t i) { return words[i] >= '0' && words[i] <= '9'; };
    for (std::size_t i = 1; i <= words.size(); ++i) {
        if (i < words.size() && digit(i) == digit(i - 1)) continue;
        runs.push_back({words.substr(begin, i - begin), digit(begin)});
        begin = i;
    }
    return runs;
}

// Says to whom cannot see them how many stamps there are.
void stamps_element(Frame& frame, Rect area, const ChallengeFacts& facts) {
    const std::string days = std::to_string(facts.days);
    const bool begun = facts.day > 0;
    frame.canvas.element(
        Role::image,
        begun ? format(Key::reading_stamps, frame.language(),
                       {{"days", days}, {"n", std::to_string(std::min(facts.day, facts.days))}})
              : format(Key::reading_stamps_waiting, frame.language(), {{"days", days}}),
        area);
}

struct Stamp {
    Color fill;
    Color text;
    bool hollow = false;  // high contrast: its outline alone
};

Stamp stamp_of(const Theme& theme, int day, int today) {
    const Palette& color = theme.color;
    if (day == today) return {color.action, color.on_action};
    if (theme.contrast) {
        return day < today ? Stamp{color.ink, color.paper} : Stamp{color.card, color.ink, true};
    }
    if (day < today) return {Color::hex(0xC99A3C), color.ink};
    return {color.sunk, color.ink3};
}

void stamp(Frame& frame, Rect rect, float radius, const Stamp& look) {
    frame.canvas.round(rect, radius, look.fill);
    if (look.hollow) frame.canvas.outline(rect, radius, 2, frame.theme.color.line);
}

// Where the lower panel stands in a challenge's card, and what is in it.
struct Panel {
    Rect rect;
    Rect button;
    float baseline = 0;
    float stamps_y = 0;
    float stamps_height = 26;
};

Panel panel_of(const Frame& frame, Rect card) {
    const bool large = frame.theme.large;
    const float height = large ? 330 : 184;
    Panel panel;
    panel.rect = {card.x + 32, card.bottom() - 28 - height, card.w - 64, height};
    const Rect inner = panel.rect.inset(28, 0);
    const float y = panel.rect.y;
    if (large) {
        panel.button = {inner.x, y + 110, inner.w, 112};
        panel.baseline = y + 80;
        panel.stamps_y = y + 252;
        panel.stamps_height = 44;
    } else {
        panel.button = {inner.right() - 224, y + 22, 224, 96};
        panel.baseline = y + 89;
        panel.stamps_y = y + 136;
    }
    return panel;
}

// The upper part of the card: its days, its name, its line.
void challenge_words(Frame& frame, Rect rect, const EventCard& card, const ChallengeFacts& facts) {
    const Theme& theme = frame.theme;
    const bool large = theme.large;
    const float left = rect.x + 40;
    // Beside the picture, of which the first third is as good as empty.
    const bool narrow = large && !frame.canvas.landscape();
    const float room = theme.contrast ? rect.w - 80 : rect.w * (narrow ? 0.45F : 0.54F);
    tag_pill(frame, {left, rect.y + (large ? 66 : 61)}, days_of(facts.challenge, frame.language()),
             theme.pigment(Section::reading), !theme.contrast);
    const TextStyle title = theme.type(Type::title);
    const bool whole =
        frame.canvas.text_width(frame.word(card.title), title.sized(title.px * 0.8F)) <= room;
    page::line_at(frame, {left, rect.y + (large ? 150 : 139)}, room,
                  frame.word(whole ? card.title : card.short_title), title,
                  {.step_down = {title.px * 0.9F, title.px * 0.8F, title.px * 0.7F}});
    TextStyle line = theme.type(Type::body).in(theme.color.ink2);
    if (large) line.line = 1.35F;
    const float line_y = rect.y + (large ? 232 : 208) - line.height() / 2;
    frame.canvas.text({left, line_y, room, 0}, frame.word(card.subtitle), line,
                      narrow ? TextOptions{.lines_max = 2}
                             : TextOptions{.step_down = {line.px * 0.92F, line.px * 0.85F}});
}

// The picture comes out of the card's own ground.
void fade_in_from_left(Canvas& canvas, Rect art, Rect card) {
    constexpr int steps = 44;
    const float step = art.w * 0.28F / steps;
    const auto ground_at = [&](float y) {
        return card_bottom.with_alpha((y - card.y) / card.h).over(card_top);
    };
    const Color top = ground_at(art.y);
    const Color bottom = ground_at(art.bottom());
    for (int i = 0; i < steps; ++i) {
        const float covered = 1 - static_cast<float>(i) / steps;
        const std::array<GradientStop, 2> stops{
            {{0, top.with_alpha(covered)}, {1, bottom.with_alpha(covered)}}};
        canvas.gradient({art.x + step * static_cast<float>(i), art.y, step, art.h}, stops);
    }
}

void challenge_ground(Frame& frame, Rect rect, const EventCard& card) {
    Canvas& canvas = frame.canvas;
    if (frame.theme.contrast) {
        canvas.round(rect, measure::radius_poster, frame.theme.color.card);
        canvas.outline(rect, measure::radius_poster, 4, frame.theme.color.ink);
        return;
    }
    canvas.shadow(rect, measure::radius_poster, Shadow::card);
    canvas.round(rect, measure::radius_poster, card_top);
    const std::array<GradientStop, 2> deepening{{{0, {0, 0, 0, 0}}, {1, {0, 0, 0, 1}}}};
    canvas.scrim(rect, measure::radius_poster, card_bottom, deepening);
    // At the right, its own left part, so that its middle stands clear of the words.
    const float height = std::min(rect.h * 0.78F, 420.0F);
    const float width = height * picture_aspect;
    const Rect art{rect.right() - width, rect.y, width, height};
    domain::Poster poster = card.poster;
    poster.focus_x = 0;
    canvas.picture(art, measure::radius_poster, poster, Corners::top);
    fade_in_from_left(canvas, art, rect);
}

}  // namespace

bool joinable(const ChallengeFacts& facts) { return facts.day <= facts.days; }

std::string days_of(const domain::Challenge& challenge, base::Language language) {
    const base::CivilDate from = challenge.first_day;
    const base::CivilDate to = challenge.last_day;
    std::string last = words::month_day(to, language);
    if (from.month == to.month && from.year == to.year) {
        // The month is said once: before the days in Chinese, behind them in English.
        if (language == base::Language::en) {
            return format(Key::reading_days, language,
                          {{"from", std::to_string(from.day)}, {"to", last}});
        }
        last =
            format(Key::date_month_day, language, {{"month", ""}, {"day", std::to_string(to.day)}});
    }
    return format(Key::reading_days, language,
                  {{"from", words::month_day(from, language)}, {"to", last}});
}

void progress_line(Frame& frame, Point left_baseline, float room, const ChallengeFacts& facts) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const std::string words = progress_words(facts, frame.language());
    const std::vector<Run> runs = runs_of(words);
    TextStyle plain = theme.type(Type::small_body);
    TextStyle number =
        theme.type(Type::section)
            .sized(theme.grown(44, Growth::heading))
            .in(theme.contrast ? theme.color.action : theme.pigment(Section::reading).fill);
    const auto width_of = [&](const Run& run) {
        return canvas.text_width(run.words, run.number ? number : plain);
    };
    float width = 0;
    for (const Run& run : runs) width += width_of(run);
    if (width > room) {
        const float shrink = std::max(0.75F, room / width * 0.99F);
        plain.px *= shrink;
        number.px *= shrink;
    }
    float x = left_baseline.x;
    for (const Run& run : runs) {
        const float run_width = width_of(run);
        text_on_baseline(canvas, x, left_baseline.y, run_width + 4, run.words,
                         run.number ? number : plain);
        x += run_width;
    }
}

void stamp_row(Frame& frame, Rect area, const ChallengeFacts& facts) {
    Canvas& canvas = frame.canvas;
    stamps_element(frame, area, facts);
    const auto count = static_cast<float>(std::max(1, facts.days));
    if (facts.days > row_stamps_max) {
        const Stamp past = stamp_of(frame.theme, 0, 1);
        const Stamp ahead = stamp_of(frame.theme, 1, 0);
        const float done =
            area.w * static_cast<float>(std::clamp(facts.day, 0, facts.days)) / count;
        stamp(frame, area, area.h / 2, ahead);
        if (done >= area.h) canvas.round({area.x, area.y, done, area.h}, area.h / 2, past.fill);
        return;
    }
    const float gap = facts.days > 31 ? 4 : 6;
    const float width = (area.w - gap * (count - 1)) / count;
    for (int day = 1; day <= facts.days; ++day) {
        const float x = area.x + (width + gap) * static_cast<float>(day - 1);
        stamp(frame, {x, area.y, width, area.h}, std::min(6.0F, width / 3),
              stamp_of(frame.theme, day, facts.day));
    }
}

float stamp_grid(Frame& frame, Rect area, const ChallengeFacts& facts, bool draw) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    constexpr float gap = 14;
    const int across = area.w < 700 && theme.large ? 7 : 10;
    const float side = (area.w - gap * static_cast<float>(across - 1)) / static_cast<float>(across);
    const float high = std::min(side, canvas.landscape() && !theme.large ? 60.0F : 76.0F);
    const int rows = (facts.days + across - 1) / across;
    const float height = static_cast<float>(rows) * (high + gap) - gap;
    if (!draw) return height;
    stamps_element(frame, {area.x, area.y, area.w, height}, facts);
    const TextStyle number = theme.type(Type::secondary).faced(text::Face::serif_bold);
    for (int day = 1; day <= facts.days; ++day) {
        const int at = day - 1;
        const Rect rect{area.x + (side + gap) * static_cast<float>(at % across),
                        area.y + (high + gap) * static_cast<float>(at / across), side, high};
        const Stamp look = stamp_of(theme, day, facts.day);
        stamp(frame, rect, 16, look);
        canvas.push_ground(look.fill);
        canvas.text(rect, std::to_string(day), number.in(look.text),
                    {.align = Align::center, .middle = true});
        canvas.pop();
    }
    return height;
}

float challenge_card_height(const Theme& theme) { return theme.large ? 704 : 540; }

ChallengePress challenge_card(Frame& frame, Rect rect,
                              const model::ReadingPage::ChallengeCard& challenge) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const Panel panel = panel_of(frame, rect);
    ChallengePress pressed;
    {
        Pressing press(frame, Role::card, frame.word(challenge.card.title),
                       rect.top(panel.rect.y - rect.y),
                       static_cast<std::uint64_t>(challenge.card.listing.value));
        challenge_ground(frame, rect, challenge.card);
        canvas.push_ground(theme.contrast ? theme.color.card : card_bottom);
        challenge_words(frame, rect, challenge.card, challenge.facts);
        canvas.pop();
        pressed.card = press.activated();
    }
    const bool open = joinable(challenge.facts);
    canvas.round(panel.rect, measure::radius_card, theme.color.card.with_alpha(0.94F));
    canvas.push_ground(theme.color.card);
    const Rect inner = panel.rect.inset(28, 0);
    const float right = open && !theme.large ? panel.button.x - 24 : inner.right();
    progress_line(frame, {inner.x, panel.baseline}, right - inner.x, challenge.facts);
    stamp_row(frame, {inner.x, panel.stamps_y, inner.w, panel.stamps_height}, challenge.facts);
    if (open) {
        canvas.shadow(panel.button, 26, Shadow::action);
        pressed.join = page::small_button(frame, panel.button, frame.word(Key::reading_join),
                                          {theme.color.action, theme.color.on_action});
    }
    canvas.pop();
    return pressed;
}

}  // namespace wenlan::ui::reading
