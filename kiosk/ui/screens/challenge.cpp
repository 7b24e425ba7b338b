// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/i18n/words.h"
#include "ui/screens/challenge_parts.h"
#include "ui/screens/detail_parts.h"
#include "ui/screens/page_parts.h"
#include "ui/screens/screens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chrome.h"
#include "ui/widgets/scroll_body.h"

namespace wenlan::ui {

namespace {

using model::EventDetail;

// Title over who holds it and when. Returns the height used.
float title_block(Frame& frame, Rect area, const EventDetail& challenge) {
    Canvas& canvas = frame.canvas;
    const TextStyle title = frame.theme.type(Type::title);
    canvas.text({area.x, area.y, area.w, title.height()}, frame.word(challenge.card.title), title,
                {.step_down = {title.px * 0.875F, title.px * 0.78F, title.px * 0.7F}});
    const TextStyle line = frame.theme.type(Type::secondary);
    const float y = area.y + title.height() + (frame.theme.large ? 8 : 2);
    canvas.text({area.x, y, area.w, line.height()},
                words::facts({reading::days_of(challenge.challenge->challenge, frame.language()),
                              frame.word(challenge.organiser)}),
                line, {.step_down = {line.px * 0.92F, line.px * 0.9F}});
    return y + line.height() - area.y;
}

// The card with a stamp for each day. Returns its height.
float stamps_card(Frame& frame, Rect area, const EventDetail& challenge) {
    Canvas& canvas = frame.canvas;
    const model::ChallengeFacts& facts = *challenge.challenge;
    const bool low = canvas.landscape() && !frame.theme.large;
    const float above = frame.theme.large ? 116 : (low ? 84 : 96);
    const Rect grid{area.x + 32, area.y + above, area.w - 64, 0};
    const float height = above + reading::stamp_grid(frame, grid, facts, false) + (low ? 28 : 36);
    card_ground(frame, {area.x, area.y, area.w, height});
    canvas.push_ground(frame.theme.color.card);
    reading::progress_line(frame, {grid.x, area.y + above - (low ? 28 : 34)}, grid.w, facts);
    reading::stamp_grid(frame, grid, facts);
    canvas.pop();
    return height;
}

std::optional<Action> main_button(Frame& frame, Rect rect, const EventDetail& challenge) {
    if (!reading::joinable(*challenge.challenge)) {
        if (primary_button(frame, rect, frame.word(Key::detail_ended), Weight::secondary)) {
            return go({ScreenName::reading, domain::Section::reading});
        }
        return std::nullopt;
    }
    if (!primary_button(frame, rect, frame.word(Key::reading_join), Weight::action)) {
        return std::nullopt;
    }
    return open_sign_up({}, challenge.card.listing);
}

std::optional<Action> portrait(Frame& frame, const EventDetail& challenge) {
    Canvas& canvas = frame.canvas;
    const PageArea page = page_area(canvas);
    const float width = canvas.width() - 2 * measure::margin;
    const float button_y = page.dock_top - 168;
    const Rect area{measure::margin, page.content.y, width, button_y - 12 - page.content.y};
    std::optional<Action> action;
    scroll_body(frame, frame.word(challenge.card.title), area, [&] {
        float y = 12;
        take(action, detail::poster(frame, {area.x, y, width, 440}, challenge.card));
        y += 440 + 28;
        y += title_block(frame, {area.x, y, width, 0}, challenge) + 28;
        y += detail::body_text(frame, {area.x, y, width, 0}, challenge) + 32;
        y += stamps_card(frame, {area.x, y, width, 0}, challenge) + 32;
        return y;
    });
    take(action, top_band(frame));
    take(action, main_button(frame, {measure::margin, button_y, width, 120}, challenge));
    return action;
}

std::optional<Action> landscape(Frame& frame, const EventDetail& challenge) {
    Canvas& canvas = frame.canvas;
    const PageArea page = page_area(canvas);
    constexpr float left_width = 860;
    const float top = page.content.y + 16;
    std::optional<Action> action;
    take(action, detail::poster(frame, {measure::margin, top, left_width, page.dock_top - top - 36},
                                challenge.card));
    const float x = measure::margin + left_width + 56;
    const float width = canvas.width() - measure::margin - x;
    const float button_y = page.dock_top - 36 - 128;
    const Rect area{x, top - 8, width, button_y - (top - 8) - 4};
    scroll_body(frame, frame.word(challenge.card.title), area, [&] {
        float y = 0;
        y += title_block(frame, {x, y, width, 0}, challenge) + 20;
        y += detail::body_text(frame, {x, y, width, 0}, challenge) + 24;
        y += stamps_card(frame, {x, y, width, 0}, challenge) + 36;
        return y;
    });
    take(action, top_band(frame));
    take(action, main_button(frame, {x, button_y, width, 128}, challenge));
    return action;
}

}  // namespace

std::optional<Action> draw_challenge(Frame& frame, const Place& here) {
    const EventDetail* challenge = frame.view.detail.get();
    if (!page::shows(challenge, here)) return page::without_listing(frame);
    // A challenge without its days is shown as any listing.
    if (!challenge->challenge) return draw_detail(frame, here);
    if (frame.canvas.landscape()) head_wash(frame);
    return frame.canvas.landscape() ? landscape(frame, *challenge) : portrait(frame, *challenge);
}

}  // namespace wenlan::ui
