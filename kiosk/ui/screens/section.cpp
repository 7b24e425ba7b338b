// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/i18n/words.h"
#include "ui/screens/screens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chrome.h"
#include "ui/widgets/lists.h"

namespace wenlan::ui {

namespace {

void heading(Frame& frame, std::string_view title, std::string_view line) {
    const TextStyle style = frame.theme.type(Type::title);
    const float y = frame.theme.large ? 236 : 202;
    frame.canvas.text({measure::margin, y - style.height() / 2, 800, style.height()}, title, style);
    const TextStyle note = frame.theme.type(Type::secondary);
    frame.canvas.text(
        {measure::margin, y + (frame.theme.large ? 48.0F : 37.0F), 800, note.height()}, line, note);
}

void centred_line(Frame& frame, Rect area, std::string_view line) {
    const TextStyle style = frame.theme.type(Type::body).in(frame.theme.color.ink2);
    frame.canvas.text(area.inset(40, 40), line, style,
                      {.align = Align::center, .lines_max = 3, .middle = true});
}

}  // namespace

std::optional<Action> draw_section(Frame& frame, const Place& here) {
    Canvas& canvas = frame.canvas;
    head_wash(frame);
    std::optional<Action> action = top_band(frame);
    const model::SectionPage* page = frame.view.section.get();
    const bool ready = page != nullptr && page->section == here.section;
    const std::size_t count = ready ? page->cards.size() : 0;
    heading(frame, words::section(here.section, frame.language()),
            count == 0 ? std::string()
                       : format(Key::section_page_open_calls, frame.language(),
                                {{"n", std::to_string(count)}}));
    const float dock_top = page_area(canvas).dock_top;
    const float top = frame.theme.large ? 344 : 300;
    const Rect area{measure::margin, top, canvas.width() - 2 * measure::margin, dock_top - top};
    if (!ready) return action;
    if (count == 0) {
        centred_line(frame, area.top(400), frame.word(Key::section_page_empty));
        return action;
    }
    const std::size_t columns = canvas.landscape() ? 2 : 1;
    const float width =
        (area.w - measure::gutter * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float height = event_card_height(frame.theme);
    const float pitch = height + 20;
    const auto rows = static_cast<float>((count + columns - 1) / columns);
    vertical_list(
        frame, words::section(here.section, frame.language()), area, 12 + rows * pitch + 130,
        frame.visit.section_list, [&](Visible visible) {
            const auto first =
                static_cast<std::size_t>(std::max(0.0F, (visible.from - 12) / pitch));
            for (std::size_t i = first * columns; i < count; ++i) {
                const float y = 12 + pitch * static_cast<float>(i / columns);
                if (y > visible.to) break;
                const float x =
                    area.x + (width + measure::gutter) * static_cast<float>(i % columns);
                const model::EventCard& card = page->cards[i];
                if (event_card(frame, {x, y, width, height}, card)) {
                    action = go({ScreenName::detail, here.section, card.occasion, card.listing});
                }
            }
        });
    fade_above_dock(frame, dock_top, 120);
    return action;
}

std::optional<Action> draw_mine(Frame& frame) {
    Canvas& canvas = frame.canvas;
    head_wash(frame);
    std::optional<Action> action = top_band(frame);
    heading(frame, frame.word(Key::section_page_mine_title), "");
    const float dock_top = page_area(canvas).dock_top;
    centred_line(
        frame,
        {measure::margin, 300, canvas.width() - 2 * measure::margin, (dock_top - 300) * 0.6F},
        frame.word(Key::section_page_mine_line));
    return action;
}

}  // namespace wenlan::ui
