// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/i18n/words.h"
#include "ui/screens/club_card.h"
#include "ui/screens/screens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chrome.h"
#include "ui/widgets/list_window.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/resting.h"
#include "ui/widgets/section_head.h"

namespace wenlan::ui {

namespace {

using model::ClubsPage;

Action show(model::ClubFilter filter, int first = 0) {
    return model::Intent{model::ShowClubs{std::move(filter), first}};
}

struct ChipChoice {
    std::string label;
    bool selected = false;
    model::ClubFilter filter;
};

// One kind at a time; 正在招新 combines with it.
std::vector<ChipChoice> chip_choices(const Frame& frame, const ClubsPage& page) {
    const model::ClubFilter& now = page.filter;
    std::vector<ChipChoice> chips;
    chips.push_back(
        {std::string(frame.word(Key::clubs_all)), now.tag_key.empty() && !now.recruiting_only, {}});
    chips.push_back({format(Key::clubs_recruiting_count, frame.language(),
                            {{"n", std::to_string(page.recruiting_count)}}),
                     now.recruiting_only,
                     {now.tag_key, !now.recruiting_only}});
    for (const domain::Tag& tag : page.chips) {
        const bool selected = now.tag_key == tag.key;
        chips.push_back({frame.word(tag.name),
                         selected,
                         {selected ? std::string() : tag.key, now.recruiting_only}});
    }
    return chips;
}

float chip_height(const Theme& theme) { return theme.large ? 112 : 96; }

std::optional<Action> chip_strip(Frame& frame, Rect area, const ClubsPage& page) {
    const std::vector<ChipChoice> chips = chip_choices(frame, page);
    constexpr float gap = 16;
    float content = -gap;
    for (const ChipChoice& choice : chips) content += chip_width(frame, choice.label) + gap;
    std::optional<Action> action;
    horizontal_list(
        frame, frame.word(Key::events_kinds), area, content, frame.visit.club_chips, 0,
        [&](Visible visible) {
            float x = 0;
            for (const ChipChoice& choice : chips) {
                const Rect rect{x, area.y, chip_width(frame, choice.label), area.h};
                x += rect.w + gap;
                if (rect.right() < visible.from || rect.x > visible.to) continue;
                if (chip(frame, rect, choice.label, choice.selected, domain::Section::clubs)) {
                    action = show(choice.filter);
                }
            }
        });
    return action;
}

std::optional<Action> empty_filter(Frame& frame, Rect area) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const Point middle = area.center();
    const float top = area.y + std::min(160.0F, area.h * 0.12F);
    canvas.icon({middle.x, top + 70}, 150, "clubs",
                theme.color.ink3.with_alpha(theme.contrast ? 1 : 0.45F));
    TextStyle line = theme.type(Type::body).in(theme.color.ink2);
    line.line = 1.35F;
    const float height = canvas
                             .text({area.x, top + 170, area.w, 0}, frame.word(Key::clubs_empty),
                                   line, {.align = Align::center, .lines_max = 2})
                             .height;
    const Rect button{middle.x - 220, top + 170 + height + 40, 440, 112};
    if (!outline_button(frame, button, frame.word(Key::strip_help), "help")) return std::nullopt;
    return open_sheet(Key::strip_help, Key::later_help);
}

// The cards row by row; what is not here yet rests, and is asked for in time.
std::optional<Action> cards(Frame& frame, Rect area, const ClubsPage& page) {
    if (page.count == 0) return empty_filter(frame, area);
    const int columns = club_card_columns(frame.canvas, area.w);
    const auto across = static_cast<float>(columns);
    const float width = (area.w - measure::gutter * (across - 1)) / across;
    const float height = club_card_height(frame.canvas);
    const float pitch = height + measure::gutter;
    const int rows = (page.count + columns - 1) / columns;
    constexpr float head = 14;
    const float content = head + pitch * static_cast<float>(rows) - measure::gutter + 54;
    const ListWindow window{page.count, page.first, static_cast<int>(page.cards.size())};
    std::optional<Action> action;
    const auto row_at = [&](float y) {
        return std::clamp(static_cast<int>((y - head) / pitch), 0, rows - 1);
    };
    vertical_list(
        frame, frame.word(Key::clubs_title), area, content, frame.visit.clubs,
        [&](Visible visible) {
            const int from = row_at(visible.from) * columns;
            const int to = std::min(page.count, (row_at(visible.to) + 1) * columns);
            for (int i = from; i < to; ++i) {
                const Rect rect{
                    area.x + (width + measure::gutter) * static_cast<float>(i % columns),
                    head + pitch * static_cast<float>(i / columns), width, height};
                if (!window.holds(i)) {
                    resting_card(frame, rect);
                    continue;
                }
                const model::ClubCard& club = page.cards[static_cast<std::size_t>(i - page.first)];
                if (club_card(frame, rect, club)) {
                    action = open_listing(club.card, domain::Section::clubs);
                }
            }
            if (const auto first = window_to_ask(window, from, to, frame.visit.clubs_asked);
                first && !action) {
                action = show(page.filter, *first);
            }
        });
    return action;
}

std::string counts(const Frame& frame, const ClubsPage& page) {
    return format(Key::clubs_counts, frame.language(),
                  {{"clubs", std::to_string(page.club_count)},
                   {"members", std::to_string(page.member_count)}});
}

std::optional<Action> page_body(Frame& frame, const ClubsPage& page) {
    Canvas& canvas = frame.canvas;
    if (!(page.filter == frame.visit.club_filter)) {
        frame.visit.club_filter = page.filter;
        frame.visit.clubs.jump_to(0);
        frame.visit.clubs_asked = -1;
    }
    const float width = canvas.width() - 2 * measure::margin;
    const float dock_top = page_area(canvas).dock_top;
    const float height = chip_height(frame.theme);
    std::optional<Action> action;
    float list_y = 0;
    if (canvas.landscape()) {
        // Beside the head, where there is room: the list needs the height.
        const float x = section_head_end(frame, frame.word(Key::clubs_title), counts(frame, page)) +
                        measure::margin;
        const float right = canvas.width() - 2 * measure::margin - measure::touch_min - 32;
        take(action, chip_strip(frame, {x, 206 - height / 2, right - x, height}, page));
        list_y = section_head_bottom(canvas) - 8;
    } else {
        const float y = section_head_bottom(canvas);
        take(action, chip_strip(frame, {measure::margin, y, width, height}, page));
        list_y = y + height + 12;
    }
    take(action, cards(frame, {measure::margin, list_y, width, dock_top - list_y}, page));
    fade_above_dock(frame, dock_top, canvas.landscape() ? 36 : 54);
    return action;
}

}  // namespace

std::optional<Action> draw_clubs(Frame& frame) {
    head_wash(frame);
    const ClubsPage* page = frame.view.clubs.get();
    std::optional<Action> action;
    if (page == nullptr) {
        const float y = section_head_bottom(frame.canvas) + 8;
        const Rect area{measure::margin, y, frame.canvas.width() - 2 * measure::margin,
                        page_area(frame.canvas).dock_top - y};
        resting_cards(frame, area, club_card_columns(frame.canvas, area.w),
                      club_card_height(frame.canvas), measure::gutter);
    } else {
        action = page_body(frame, *page);
    }
    take(action, top_band(frame));
    take(action, section_head(frame, frame.word(Key::clubs_title),
                              page != nullptr ? counts(frame, *page) : std::string()));
    return action;
}

}  // namespace wenlan::ui
