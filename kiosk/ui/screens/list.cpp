// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/i18n/words.h"
#include "ui/screens/screens.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chrome.h"
#include "ui/widgets/list_window.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/resting.h"
#include "ui/widgets/section_head.h"

namespace wenlan::ui {

namespace {

using model::ListName;
using model::ListPage;

constexpr float gap = 20;
constexpr float head = 14;

struct Names {
    Key title;
    Key count;
};

Names names_of(ListName list) {
    switch (list) {
        case ListName::reading:
            return {Key::list_reading, Key::list_reading_count};
        case ListName::volunteering:
            return {Key::list_volunteering, Key::list_volunteering_count};
        case ListName::services:
            return {Key::list_services, Key::list_services_count};
        case ListName::notices:
            break;
    }
    return {Key::list_notices, Key::list_notices_count};
}

void nothing(Frame& frame, Rect area) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const float top = area.y + std::min(160.0F, area.h * 0.12F);
    canvas.icon({area.center().x, top + 70}, 150, "bridge",
                theme.color.ink3.with_alpha(theme.contrast ? 1 : 0.45F));
    const TextStyle line = theme.type(Type::body).in(theme.color.ink2);
    canvas.text({area.x, top + 170, area.w, 0}, frame.word(Key::list_empty), line,
                {.align = Align::center, .lines_max = 2});
}

// Two columns where there is width for two whole cards.
int columns_of(const Canvas& canvas) { return canvas.landscape() ? 2 : 1; }

std::optional<Action> cards(Frame& frame, Rect area, const ListPage& page, const Place& here) {
    if (page.count == 0) {
        nothing(frame, area);
        return std::nullopt;
    }
    const int columns = columns_of(frame.canvas);
    const auto across = static_cast<float>(columns);
    const float between = columns > 1 ? measure::gutter : 0;
    const float width = (area.w - between * (across - 1)) / across;
    const float height = event_card_height(frame.theme);
    const float pitch = height + gap;
    const int rows = (page.count + columns - 1) / columns;
    const float content = head + pitch * static_cast<float>(rows) - gap + 54;
    const ListWindow window{page.count, page.first, static_cast<int>(page.cards.size())};
    std::optional<Action> action;
    const auto row_at = [&](float y) {
        return std::clamp(static_cast<int>((y - head) / pitch), 0, rows - 1);
    };
    vertical_list(
        frame, frame.word(names_of(page.name).title), area, content, frame.visit.list,
        [&](Visible visible) {
            const int from = row_at(visible.from) * columns;
            const int to = std::min(page.count, (row_at(visible.to) + 1) * columns);
            for (int i = from; i < to; ++i) {
                const Rect rect{area.x + (width + between) * static_cast<float>(i % columns),
                                head + pitch * static_cast<float>(i / columns), width, height};
                if (!window.holds(i)) {
                    resting_card(frame, rect);
                    continue;
                }
                const auto& card = page.cards[static_cast<std::size_t>(i - page.first)];
                if (event_card(frame, rect, card)) action = open_listing(card, here.section);
            }
            if (const auto first = window_to_ask(window, from, to, frame.visit.list_asked);
                first && !action) {
                action = model::Intent{model::ShowList{page.name, *first}};
            }
        });
    return action;
}

}  // namespace

std::optional<Action> draw_list(Frame& frame, const Place& here) {
    Canvas& canvas = frame.canvas;
    head_wash(frame);
    if (frame.visit.list_name != here.list) {
        frame.visit.list_name = here.list;
        frame.visit.list.jump_to(0);
        frame.visit.list_asked = -1;
    }
    const ListPage* page = frame.view.list.get();
    if (page != nullptr && page->name != here.list) page = nullptr;
    const float dock_top = page_area(canvas).dock_top;
    const float top = section_head_bottom(canvas) - 12;
    const Rect area{measure::margin, top, canvas.width() - 2 * measure::margin, dock_top - top};
    std::optional<Action> action;
    std::string count;
    const Names names = names_of(here.list);
    if (page != nullptr) {
        action = cards(frame, area, *page, here);
        count = format(names.count, frame.language(), {{"n", std::to_string(page->count)}});
        fade_above_dock(frame, dock_top, canvas.landscape() ? 60 : 90);
    } else {
        resting_cards(frame, area.below(head), columns_of(canvas), event_card_height(frame.theme),
                      gap);
    }
    take(action, top_band(frame));
    take(action, page_head(frame, frame.word(names.title), count));
    return action;
}

}  // namespace wenlan::ui
