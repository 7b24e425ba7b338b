// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "ui/i18n/words.h"
#include "ui/screens/detail_parts.h"
#include "ui/screens/items.h"
#include "ui/screens/page_parts.h"
#include "ui/screens/screens.h"
#include "ui/screens/service_days.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chrome.h"
#include "ui/widgets/scroll_body.h"

// Something of the culture supermarket: what it is, how long it takes, what the hall has ready, and
// which days are free.
namespace wenlan::ui {

namespace {

using model::EventDetail;

// Those without needs and days are people to talk to, not something to book for a hall.
bool for_halls(const EventDetail& service) {
    return !service.needs.empty() || !service.taken_days.empty();
}

float head(Frame& frame, Rect area, const EventDetail& service) {
    const Theme& theme = frame.theme;
    float y = area.y;
    const TextStyle title = theme.type(Type::title);
    page::line_at(frame, {area.x, y + title.height() / 2}, area.w, frame.word(service.card.title),
                  title, {.step_down = {title.px * 0.875F, title.px * 0.78F, title.px * 0.7F}});
    y += title.height() + 4;
    const TextStyle facts = theme.type(Type::small_body).in(theme.color.ink2);
    const std::string line =
        words::facts({frame.word(service.card.subtitle), frame.word(service.organiser),
                      service.audience.empty() ? std::string()
                                               : format(Key::service_audience, frame.language(),
                                                        {{"who", frame.word(service.audience)}})});
    y += frame.canvas.text({area.x, y, area.w, 0}, line, facts, {.lines_max = 2}).height;
    return y - area.y;
}

float needs(Frame& frame, Rect area, const EventDetail& service) {
    if (service.needs.empty()) return 0;
    const Theme& theme = frame.theme;
    const Pigment pigment = theme.pigment(domain::Section::neighbourhood);
    TextStyle style = theme.type(Type::body).in(theme.color.ink);
    style.line = 1.4F;
    const TextStyle caption = theme.type(Type::secondary).in(theme.color.ink2);
    const float left = area.x + 32;
    const float room = area.w - 64;
    const std::string& said = frame.word(service.needs);
    const float text = frame.canvas.measure(said, style, room).height;
    const Rect card{area.x, area.y, area.w, 24 + caption.height() + 4 + text + 28};
    frame.canvas.round(card, measure::radius_card, pigment.tint);
    if (theme.contrast) frame.canvas.outline(card, measure::radius_card, 4, theme.color.ink);
    frame.canvas.push_ground(pigment.tint);
    frame.canvas.text({left, card.y + 24, room, caption.height()}, frame.word(Key::service_needs),
                      caption);
    frame.canvas.text({left, card.y + 28 + caption.height(), room, 0}, said, style,
                      {.lines_max = 0});
    frame.canvas.pop();
    return card.h;
}

std::optional<Action> button(Frame& frame, Rect rect, const EventDetail& service) {
    const bool book = for_halls(service);
    const Key label = book ? Key::service_book : Key::neighbourhood_call_over;
    if (!primary_button(frame, rect, frame.word(label), Weight::action)) return std::nullopt;
    return book ? open_sign_up({}, service.card.listing)
                : open_sheet(Key::strip_help, Key::later_help);
}

std::optional<Action> portrait(Frame& frame, const EventDetail& service) {
    Canvas& canvas = frame.canvas;
    std::optional<Action> action;
    const PageArea page = page_area(canvas);
    const float width = canvas.width() - 2 * measure::margin;
    const Rect bottom{measure::margin, page.dock_top - 168, width, 120};
    const Rect area{measure::margin, page.content.y, width, bottom.y - 16 - page.content.y};
    scroll_body(frame, frame.word(service.card.title), area, [&] {
        float y = 12;
        const float picture = frame.theme.large ? 384 : 330;
        take(action, detail::poster(frame, {area.x, y, width, picture}, service.card));
        y += picture + 24;
        y += head(frame, {area.x, y, width, 0}, service) + 16;
        y += detail::body_text(frame, {area.x, y, width, 0}, service) + 22;
        const float ready = needs(frame, {area.x, y, width, 0}, service);
        y += ready + (ready > 0 ? 20 : 0);
        if (for_halls(service)) {
            y += service::days(frame, {area.x, y, width, 0}, service) + 12;
        }
        return y;
    });
    take(action, top_band(frame));
    take(action, button(frame, bottom, service));
    return action;
}

std::optional<Action> landscape(Frame& frame, const EventDetail& service) {
    Canvas& canvas = frame.canvas;
    std::optional<Action> action;
    const PageArea page = page_area(canvas);
    constexpr float left_width = 860;
    const float top = page.content.y + 16;
    // In large text the days need more than what the picture can spare.
    const bool days_left = for_halls(service) && !frame.theme.large;
    const float below = days_left ? service::days_height(frame, left_width) + 16 + 16 : 36.0F;
    const Rect art{measure::margin, top, left_width, page.dock_top - top - below};
    take(action, detail::poster(frame, art, service.card));
    if (days_left) {
        service::days(frame, {art.x, art.bottom() + 16, art.w, 0}, service);
    }
    const float x = measure::margin + left_width + 56;
    const float width = canvas.width() - measure::margin - x;
    const Rect bottom{x, page.dock_top - 36 - 128, width, 128};
    const Rect area{x, top - 8, width, bottom.y - 4 - (top - 8)};
    scroll_body(frame, frame.word(service.card.title), area, [&] {
        float y = 4;
        y += head(frame, {x, y, width, 0}, service) + 24;
        y += detail::body_text(frame, {x, y, width, 0}, service) + 28;
        y += needs(frame, {x, y, width, 0}, service) + 16;
        if (for_halls(service) && !days_left) {
            y += service::days(frame, {x, y + 8, width, 0}, service) + 24;
        }
        return y;
    });
    take(action, top_band(frame));
    take(action, button(frame, bottom, service));
    return action;
}

}  // namespace

std::optional<Action> draw_service(Frame& frame, const Place& here) {
    const EventDetail* service = frame.view.detail.get();
    if (!page::shows(service, here)) return page::without_listing(frame);
    if (!service->items.empty()) return draw_items_page(frame, here);
    if (frame.canvas.landscape()) head_wash(frame);
    return frame.canvas.landscape() ? landscape(frame, *service) : portrait(frame, *service);
}

}  // namespace wenlan::ui
