// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "ui/i18n/words.h"
#include "ui/screens/detail_parts.h"
#include "ui/screens/items.h"
#include "ui/screens/page_parts.h"
#include "ui/screens/screens.h"
#include "ui/screens/walk_in.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chrome.h"
#include "ui/widgets/lists.h"

namespace wenlan::ui {

namespace {

using model::EventDetail;
using model::SeatsShown;

// What the one action of the page is, and its words.
struct MainAction {
    Key label = Key::detail_sign_up;
    Weight weight = Weight::action;
    enum class Does : std::uint8_t { sign_up, show_qr, see_similar, ask } does = Does::sign_up;
};

MainAction main_action(const EventDetail& event) {
    using Does = MainAction::Does;
    const model::EventCard& card = event.card;
    if (card.moment == model::Moment::ended || card.state == domain::OccasionState::cancelled) {
        return {Key::detail_see_similar, Weight::secondary, Does::see_similar};
    }
    if (card.kind == domain::Kind::call) {
        return {event.items.empty() ? Key::detail_offer_programme : Key::items_write,
                Weight::action};
    }
    if (!card.occasion) return {Key::detail_ask, Weight::action, Does::ask};
    if (card.seats.kind == SeatsShown::Kind::full) return {Key::detail_waitlist, Weight::secondary};
    switch (card.join) {
        case domain::Join::none:
            return {card.tag.key == "music" ? Key::seats_walk_in_listen : Key::detail_walk_in,
                    Weight::action, Does::show_qr};
        case domain::Join::ask:
            return {Key::detail_ask, Weight::action, Does::ask};
        case domain::Join::walk_in:
        case domain::Join::sign_up:
        case domain::Join::anonymous:
            break;
    }
    if (can_walk_in(card)) return {Key::walk_in_title, Weight::action};
    if (card.kind == domain::Kind::club) return {Key::detail_join, Weight::action};
    if (card.kind == domain::Kind::volunteering) return {Key::detail_count_me_in, Weight::action};
    return {Key::detail_sign_up, Weight::action};
}

Action show_qr() {
    return Navigation{OpenSheet{{SheetContent::Kind::qr, Key::detail_take_away, Key::detail_scan}}};
}

std::optional<Action> main_button(Frame& frame, Rect rect, const EventDetail& event) {
    const MainAction main = main_action(event);
    if (!primary_button(frame, rect, frame.word(main.label), main.weight)) return std::nullopt;
    switch (main.does) {
        case MainAction::Does::show_qr:
            return show_qr();
        case MainAction::Does::see_similar:
            return model::Intent{
                model::ShowDay{frame.view.header->now.date, {event.card.tag.key, false}}};
        case MainAction::Does::ask:
            return open_sheet(Key::detail_ask, Key::later_help);
        case MainAction::Does::sign_up:
            break;
    }
    if (can_walk_in(event.card)) return open_walk_in(event.card.occasion, event.card.listing);
    return page::sign_up_or_desk(frame, event.card);
}

// What scrolls between the band and the buttons. Returns its height.
float portrait_content(Frame& frame, float x, float width, const EventDetail& event,
                       std::optional<Action>& action) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    float y = 12;
    take(action, detail::poster(frame, {x, y, width, 384}, event.card));
    y += 384 + 26;
    const float tag_height = detail::tags(frame, {x, y}, width, event);
    y += tag_height + (tag_height > 0 ? 12 : 0);
    const TextStyle title = theme.type(Type::title);
    canvas.text({x, y, width, title.height()}, frame.word(event.card.title), title,
                {.step_down = {56, 50, 44, 40}});
    y += title.height() + (theme.large ? 8 : 1);
    const std::string& organiser = frame.word(event.organiser);
    if (!organiser.empty()) {
        const TextStyle style = theme.type(Type::secondary);
        canvas.text({x, y, width, style.height()}, organiser, style,
                    {.step_down = {style.px * 0.9F}});
        y += style.height();
    }
    y += 36;
    const float pitch = theme.large ? 128 : 116;
    y += detail::facts(frame, {x, y, width, 0}, event, pitch, action) -
         (pitch - (theme.large ? 92 : 76)) + 30;
    y += detail::seats_card(frame, {x, y, width, 0}, event) + 24;
    const bool beside = !theme.large;
    const float qr = 184;
    const float body_width = beside ? 740 : width;
    const float body = detail::body_text(frame, {x, y - 1, body_width, 0}, event);
    if (beside && detail::qr_card(frame, {x + width - qr, y, qr, qr}, event.url))
        action = show_qr();
    y += std::max(body + 8, beside ? qr : 0) + 21;
    if (!event.items.empty()) y += item_list(frame, {x, y, width, 0}, event.items) + 28;
    if (event.related) {
        canvas.line({x, y}, {x + width, y}, theme.contrast ? 2 : 1, theme.color.line);
        take(action, detail::related(frame, {x, y - 2, width, 96}, event, true));
        y += 96;
    }
    return y;
}

std::optional<Action> portrait(Frame& frame, const EventDetail& event) {
    Canvas& canvas = frame.canvas;
    const float dock_top = page_area(canvas).dock_top;
    const float width = canvas.width() - 2 * measure::margin;
    const float buttons_y = dock_top - 168;
    std::optional<Action> action;
    const float top = page_area(canvas).content.y;
    const Rect area{measure::margin, top, width, buttons_y - 12 - top};
    // The height is known once it was drawn; the first frame takes the drawn page's.
    float height = frame.visit.detail_height;
    vertical_list(
        frame, frame.word(event.card.title), area, height, frame.visit.detail,
        [&](Visible) { height = portrait_content(frame, area.x, area.w, event, action); });
    if (height > area.h) {
        const Color paper = frame.theme.color.paper;
        const std::array<GradientStop, 2> stops{{{0, paper.with_alpha(0)}, {1, paper}}};
        canvas.gradient({0, area.bottom() - 60, canvas.width(), 60}, stops);
    }
    if (height != frame.visit.detail_height) frame.animate();
    frame.visit.detail_height = height;
    take(action, top_band(frame));
    const float take_width = frame.theme.english() ? 330 : 300;
    if (outline_button(frame, {measure::margin, buttons_y, take_width, 120},
                       frame.word(Key::detail_take_away), "phone")) {
        action = show_qr();
    }
    take(action,
         main_button(frame,
                     {measure::margin + take_width + 24, buttons_y, width - take_width - 24, 120},
                     event));
    return action;
}

std::optional<Action> landscape(Frame& frame, const EventDetail& event) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const float dock_top = page_area(canvas).dock_top;
    std::optional<Action> action;
    const float left_width = 860;
    const float top = page_area(canvas).content.y + 16;
    const Rect art{measure::margin, top, left_width, dock_top - top - 296};
    take(action, detail::poster(frame, art, event.card));
    const float qr = 200;
    const float qr_y = art.bottom() + 33;
    if (detail::qr_card(frame, {measure::margin, qr_y, qr, qr}, event.url)) action = show_qr();
    const float beside = measure::margin + qr + 36;
    const TextStyle take_title = theme.type(Type::row_title).sized(theme.grown(34, Growth::body));
    canvas.text({beside, qr_y + (theme.large ? 0 : 4), 580, take_title.height()},
                frame.word(Key::detail_to_take), take_title);
    const TextStyle take_line = theme.type(Type::secondary);
    canvas.text({beside, qr_y + (theme.large ? 58 : 50), left_width - qr - 36, take_line.height()},
                frame.word(Key::detail_to_take_line), take_line,
                {.step_down = {take_line.px * 0.9F, take_line.px * 0.82F}});
    if (event.related) {
        canvas.line({beside, qr_y + 106}, {measure::margin + left_width, qr_y + 106}, 1,
                    theme.color.line);
        take(action,
             detail::related(frame, {beside, qr_y + 108, left_width - qr - 36, 96}, event, false));
    }
    const float x = measure::margin + left_width + 56;
    const float width = canvas.width() - measure::margin - x;
    const float button_y = dock_top - 36 - 128;
    const Rect area{x, top - 8, width, button_y - (top - 8) - 4};
    float height = frame.visit.detail_height;
    vertical_list(frame, frame.word(event.card.title), area, height, frame.visit.detail,
                  [&](Visible) {
                      float y = 8;
                      const float tag_height = detail::tags(frame, {x, y}, width, event);
                      y += tag_height + 10;
                      const TextStyle title = theme.type(Type::title);
                      canvas.text({x, y, width, title.height()}, frame.word(event.card.title),
                                  title, {.step_down = {56, 50, 44, 40}});
                      y += title.height() + 18;
                      const float pitch = theme.large ? 118 : 90;
                      y += detail::facts(frame, {x, y, width, 0}, event, pitch, action) +
                           (frame.visit.detail_height > area.h ? 16 : 8);
                      // Where not all fits at once, the seats come before the story.
                      const bool seats_first = frame.visit.detail_height > area.h;
                      if (seats_first) {
                          y += detail::seats_card(frame, {x, y, width, 0}, event) + 22;
                      }
                      y += detail::body_text(frame, {x, y, width, 0}, event) + 22;
                      if (!event.items.empty())
                          y += item_list(frame, {x, y, width, 0}, event.items) + 22;
                      if (!seats_first) y += detail::seats_card(frame, {x, y, width, 0}, event);
                      height = y;
                  });
    if (height > area.h) {
        const Color paper = frame.theme.color.paper;
        const std::array<GradientStop, 2> stops{{{0, paper.with_alpha(0)}, {1, paper}}};
        canvas.gradient({x - 20, area.bottom() - 50, width + 40, 50}, stops);
    }
    if (height != frame.visit.detail_height) frame.animate();
    frame.visit.detail_height = height;
    take(action, top_band(frame));
    take(action, main_button(frame, {x, button_y, width, 128}, event));
    return action;
}

// Until the station has answered, and when the event is no longer in the programme.
std::optional<Action> without_detail(Frame& frame) {
    Canvas& canvas = frame.canvas;
    std::optional<Action> action = top_band(frame);
    if (frame.view.outcome != model::Outcome::not_found) return action;
    const TextStyle style = frame.theme.type(Type::body).in(frame.theme.color.ink2);
    canvas.text(
        {measure::margin, canvas.height() * 0.35F, canvas.width() - 2 * measure::margin, 160},
        frame.word(Key::detail_gone), style, {.align = Align::center, .lines_max = 2});
    const Rect button{canvas.width() / 2 - 240, canvas.height() * 0.46F, 480, 120};
    if (primary_button(frame, button, frame.word(Key::common_back), Weight::secondary)) {
        action = Navigation{Back{}};
    }
    return action;
}

}  // namespace

std::optional<Action> draw_detail(Frame& frame, const Place& here) {
    if (frame.canvas.landscape()) head_wash(frame);
    const EventDetail* event = frame.view.detail.get();
    const bool mine = event != nullptr && (event->card.occasion == here.occasion ||
                                           event->card.listing == here.listing);
    if (!mine) return without_detail(frame);
    return frame.canvas.landscape() ? landscape(frame, *event) : portrait(frame, *event);
}

}  // namespace wenlan::ui
