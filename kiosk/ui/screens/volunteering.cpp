// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>

#include "ui/i18n/words.h"
#include "ui/screens/page_parts.h"
#include "ui/screens/screens.h"
#include "ui/screens/volunteering_parts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chrome.h"

namespace wenlan::ui {

namespace {

using model::VolunteeringPage;

std::optional<Action> heading(Frame& frame, Rect row, const VolunteeringPage& page) {
    const Theme& theme = frame.theme;
    const TextStyle style = theme.type(Type::section);
    const std::string_view title =
        frame.word(page.cards_are_later ? Key::volunteering_later : Key::volunteering_this_week);
    const TextStyle small = theme.type(Type::small_body).in(theme.color.ink2);
    const std::string all =
        format(Key::volunteering_all_count, frame.language(), {{"n", std::to_string(page.count)}});
    const float room = row.w - frame.canvas.text_width(all, small) - small.px * 1.4F - 40;
    page::line_at(frame, {row.x, row.center().y - 4}, room, title, style,
                  {.step_down = {style.px * 0.88F, style.px * 0.78F}});
    if (page.count == 0 || !link(frame, row.moved(0, -2), all, small)) return std::nullopt;
    return go({.screen = ScreenName::list,
               .section = domain::Section::volunteering,
               .list = model::ListName::volunteering});
}

struct CallsShown {
    std::size_t count_max;
    float gap_above;
};

void add_calls(Frame& frame, page::Column& column, const VolunteeringPage& page,
               const CallsShown& shown, std::optional<Action>& action) {
    column.add(shown.gap_above, frame.theme.large ? 84 : 66,
               [&](Rect rect) { take(action, heading(frame, rect, page)); });
    const std::size_t count = std::min(shown.count_max, page.cards.size());
    for (std::size_t i = 0; i < count; ++i) {
        const model::EventCard& card = page.cards[i];
        column.add(i == 0 ? 18 : 22, volunteering::call_height(frame, column.width),
                   [&](Rect rect) { take(action, volunteering::call_card(frame, rect, card)); });
    }
    if (count == 0) {
        page::add_text(frame, column, 24, frame.word(Key::volunteering_none),
                       frame.theme.type(Type::body).in(frame.theme.color.ink2));
    }
}

std::optional<Action> portrait(Frame& frame, const VolunteeringPage& page, Rect area) {
    std::optional<Action> action;
    page::Column column{area.x, area.w};
    column.add(2, volunteering::banner_height(frame, area.w),
               [&](Rect rect) { take(action, volunteering::banner(frame, rect, page)); });
    const float sums = volunteering::sums_height(frame, page.year);
    if (sums > 0) {
        column.add(26, sums, [&](Rect rect) { volunteering::sums(frame, rect, page.year); });
    }
    // As many as the drawn page holds; the rest is in the whole list.
    add_calls(frame, column, page, {3, 23}, action);
    const float dock_top = area.bottom();
    page::draw_columns(frame, frame.word(Key::volunteering_title), area, frame.visit.volunteering,
                       std::array{column}, 28);
    if (frame.visit.volunteering.offset_max() > 0) fade_above_dock(frame, dock_top, 60);
    return action;
}

// What is urgent stands still at the left, what is to come scrolls at the right.
std::optional<Action> landscape(Frame& frame, const VolunteeringPage& page, Rect area) {
    constexpr float left_width = 860;
    std::optional<Action> action;
    const Rect left = area.left(left_width).inset(0, 2);
    const float sums = volunteering::sums_height(frame, page.year);
    const float banner = left.h - (sums > 0 ? sums + 24 : 0) - 28;
    take(action, volunteering::banner(frame, left.top(std::min(banner, 480.0F)), page));
    if (sums > 0) {
        const float y = left.y + std::min(banner, 480.0F) + 24;
        volunteering::sums(frame, {left.x, y, left.w, sums}, page.year);
    }
    const Rect right = area.after(left_width + 56);
    page::Column column{right.x, right.w};
    add_calls(frame, column, page, {6, 0}, action);
    page::draw_columns(frame, frame.word(Key::volunteering_title), right, frame.visit.volunteering,
                       std::array{column}, 40);
    if (frame.visit.volunteering.offset_max() > 0) {
        page::fade_below(frame, right);
    }
    return action;
}

}  // namespace

std::optional<Action> draw_volunteering(Frame& frame) {
    const VolunteeringPage* page = frame.view.volunteering.get();
    return page::section(frame, frame.word(Key::volunteering_title),
                         frame.word(Key::volunteering_line), page != nullptr, [&](Rect area) {
                             return frame.canvas.landscape() ? landscape(frame, *page, area)
                                                             : portrait(frame, *page, area);
                         });
}

}  // namespace wenlan::ui
