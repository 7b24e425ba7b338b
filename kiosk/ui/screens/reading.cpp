// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/i18n/words.h"
#include "ui/screens/challenge_parts.h"
#include "ui/screens/page_parts.h"
#include "ui/screens/reading_parts.h"
#include "ui/screens/screens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chrome.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/resting.h"
#include "ui/widgets/section_head.h"

namespace wenlan::ui {

namespace {

using domain::Section;
using model::ReadingPage;

constexpr float spill = 12;  // shadows of the first card reach over the list's edge

std::optional<Action> challenge(Frame& frame, Rect rect, const ReadingPage& page) {
    const reading::ChallengePress pressed = reading::challenge_card(frame, rect, *page.challenge);
    if (pressed.join) return open_sign_up({}, page.challenge->card.listing);
    if (pressed.card) return open_listing(page.challenge->card, Section::reading);
    return std::nullopt;
}

float heading_height(const Theme& theme) { return theme.large ? 92 : 66; }

std::optional<Action> heading(Frame& frame, Rect row, const ReadingPage& page) {
    const TextStyle style = frame.theme.type(Type::section);
    page::line_at(frame, {row.x, row.center().y}, row.w,
                  frame.word(page.cards_are_later ? Key::reading_later : Key::reading_this_week),
                  style, {.step_down = {style.px * 0.9F, style.px * 0.8F}});
    if (page.count == 0) return std::nullopt;
    const std::string all =
        format(Key::reading_all_count, frame.language(), {{"n", std::to_string(page.count)}});
    const TextStyle small = frame.theme.type(Type::small_body).in(frame.theme.color.ink2);
    if (!link(frame, row.moved(-2, 1), all, small)) return std::nullopt;
    return go({.screen = ScreenName::list,
               .section = Section::reading,
               .list = model::ListName::reading});
}

// The next occasions, each with a line below it, or one sentence.
std::optional<Action> rows(Frame& frame, Rect area, const ReadingPage& page, std::size_t most,
                           float pitch, const reading::RowLook& look) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    std::optional<Action> action;
    if (page.cards.empty()) {
        const TextStyle style = theme.type(Type::body).in(theme.color.ink2);
        canvas.text({area.x, area.y + 24, area.w, 0}, frame.word(Key::reading_none), style,
                    {.lines_max = 2});
    }
    for (std::size_t i = 0; i < std::min(most, page.cards.size()); ++i) {
        const Rect row{area.x, area.y + pitch * static_cast<float>(i), area.w, pitch};
        if (reading::occasion_row(frame, row, page.cards[i], look)) {
            action = open_listing(page.cards[i], Section::reading);
        }
        canvas.line({row.x, row.bottom()}, {row.right(), row.bottom()}, theme.contrast ? 2 : 1,
                    theme.color.line);
    }
    return action;
}

// How many rows' heights the rows take: what there is to say of no rows takes one.
float rows_taken(const ReadingPage& page, std::size_t most) {
    return static_cast<float>(std::max<std::size_t>(1, std::min(most, page.cards.size())));
}

struct Nook {
    const model::EventCard* card;
    std::string_view icon;
};

std::vector<Nook> nooks_of(const ReadingPage& page) {
    std::vector<Nook> nooks;
    if (page.swap_shelf) nooks.push_back({&*page.swap_shelf, "sync"});
    if (page.notes) nooks.push_back({&*page.notes, "star"});
    return nooks;
}

float nook_height(const Theme& theme) { return theme.large ? 172 : 144; }

// Side by side, or one above the other where `across` is 1.
std::optional<Action> nooks(Frame& frame, Rect area, const ReadingPage& page, int across) {
    std::optional<Action> action;
    const float height = nook_height(frame.theme);
    const float width =
        (area.w - measure::gutter * static_cast<float>(across - 1)) / static_cast<float>(across);
    int at = 0;
    for (const Nook& nook : nooks_of(page)) {
        const Rect rect{area.x + (width + measure::gutter) * static_cast<float>(at % across),
                        area.y + (height + measure::gutter) * static_cast<float>(at / across),
                        width, height};
        ++at;
        if (reading::nook_card(frame, rect, *nook.card, nook.icon)) {
            action = open_listing(*nook.card, Section::reading);
        }
    }
    return action;
}

// Picture 07; without a challenge the rest moves up. Returns the height used.
float portrait(Frame& frame, float x, float width, const ReadingPage& page,
               std::optional<Action>& action) {
    const Theme& theme = frame.theme;
    const std::size_t most = theme.large ? 2 : 3;
    float y = spill;
    if (page.challenge) {
        const float height = reading::challenge_card_height(theme);
        take(action, challenge(frame, {x, y, width, height}, page));
        y += height + 17;
    }
    const float head = heading_height(theme);
    take(action, heading(frame, {x, y, width, head}, page));
    y += head - 2;
    const float pitch = theme.large ? 232 : 156;
    const reading::RowLook look{.picture = theme.large ? 220.0F : 196.0F, .stacked = theme.large};
    take(action, rows(frame, {x, y, width, 0}, page, most, pitch, look));
    y += pitch * rows_taken(page, most) + 29;
    take(action, nooks(frame, {x, y, width, 0}, page, 2));
    return y + nook_height(theme) + 40;
}

// Landscape: the challenge over the two nooks at the left, the week at the right. Without a
// challenge the week takes the left, and the nooks stand at the right.
float landscape(Frame& frame, float x, float width, float least, const ReadingPage& page,
                std::optional<Action>& action) {
    const Theme& theme = frame.theme;
    constexpr float right_width = 648;
    const float left_width = width - right_width - 56;
    const Rect left{x, spill, left_width, 0};
    const Rect right{x + left_width + 56, spill, right_width, 0};
    const float head = heading_height(theme);
    const std::size_t most = theme.large ? 2 : 3;
    const Rect& week = page.challenge ? right : left;
    take(action, heading(frame, {week.x, week.y, week.w, head}, page));
    const float rows_y = week.y + head + 4;
    const float room = least - rows_y - 28;
    const float pitch = std::max(theme.large ? 224.0F : 156.0F, room / static_cast<float>(most));
    const bool narrow = static_cast<bool>(page.challenge) || theme.large;
    const reading::RowLook look{.picture = narrow ? (theme.large ? 0.0F : 168.0F) : 196.0F,
                                .stacked = narrow};
    take(action, rows(frame, {week.x, rows_y, week.w, 0}, page, most, pitch, look));
    const float week_end = rows_y + pitch * rows_taken(page, most) + 28;
    if (!page.challenge) {
        take(action, nooks(frame, right, page, 1));
        return std::max(week_end, right.y + 2 * (nook_height(theme) + measure::gutter));
    }
    const float nooks_height = nooks_of(page).empty() ? 0 : nook_height(theme) + measure::gutter;
    const float card_height =
        std::max(theme.large ? 640.0F : 460.0F, least - left.y - nooks_height - 24);
    take(action, challenge(frame, {left.x, left.y, left.w, card_height}, page));
    take(action,
         nooks(frame, {left.x, left.y + card_height + measure::gutter, left.w, 0}, page, 2));
    return std::max(week_end, left.y + card_height + nooks_height + 24);
}

std::optional<Action> page_body(Frame& frame, const ReadingPage& page) {
    Canvas& canvas = frame.canvas;
    const float dock_top = page_area(canvas).dock_top;
    const float top = section_head_bottom(canvas) - spill;
    const Rect area{measure::margin, top, canvas.width() - 2 * measure::margin, dock_top - top};
    std::optional<Action> action;
    float height = frame.visit.reading_height;
    vertical_list(
        frame, frame.word(Key::reading_title), area, height, frame.visit.reading, [&](Visible) {
            height = canvas.landscape() ? landscape(frame, area.x, area.w, area.h, page, action)
                                        : portrait(frame, area.x, area.w, page, action);
        });
    if (height != frame.visit.reading_height) frame.animate();
    frame.visit.reading_height = height;
    if (height > area.h + 1) fade_above_dock(frame, dock_top, 90);
    return action;
}

}  // namespace

std::optional<Action> draw_reading(Frame& frame) {
    head_wash(frame);
    const ReadingPage* page = frame.view.reading.get();
    std::optional<Action> action;
    if (page != nullptr) {
        action = page_body(frame, *page);
    } else {
        const float y = section_head_bottom(frame.canvas);
        resting_cards(frame,
                      {measure::margin, y, frame.canvas.width() - 2 * measure::margin,
                       page_area(frame.canvas).dock_top - y},
                      1, 156, measure::gutter);
    }
    take(action, top_band(frame));
    take(action,
         section_head(frame, frame.word(Key::reading_title), frame.word(Key::reading_line)));
    return action;
}

}  // namespace wenlan::ui
