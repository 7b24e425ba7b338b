// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "ui/i18n/words.h"
#include "ui/screens/page_parts.h"
#include "ui/screens/screens.h"
#include "ui/screens/staff_code.h"
#include "ui/screens/staff_parts.h"
#include "ui/widgets/section_head.h"

namespace wenlan::ui {

namespace {

using page::Column;

constexpr float gap = 22;
constexpr float card_pad = 36;
constexpr float head_height = 92;  // of a card
constexpr float button_height = 112;

// What blocks of one page share.
struct Panel {
    Frame& frame;
    const model::StaffPage& page;
    std::optional<Action> action;
};

// The first leads to all that is known of the office.
void draw_tile(Panel& panel, Rect rect, const staff::Tile& tile, bool first) {
    if (!first) return staff::tile(panel.frame, rect, tile);
    if (staff::tile_to(panel.frame, rect, tile, panel.frame.word(Key::staff_do_office))) {
        panel.action = go({.screen = ScreenName::staff_office});
    }
}

void add_tiles(Panel& panel, Column& column, float first_gap) {
    Frame& frame = panel.frame;
    const base::Language language = frame.language();
    const std::array<staff::Tile, 6> tiles{
        staff::sync_tile(panel.page, language),    staff::outbox_tile(panel.page, language),
        staff::printer_tile(panel.page, language), staff::version_tile(panel.page, language),
        staff::network_tile(panel.page, language), staff::touch_tile(panel.page, language)};
    const int columns = frame.theme.large ? 1 : 2;
    const float height = staff::tile_height(frame);
    const float width =
        (column.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t row = 0; row < tiles.size(); row += static_cast<std::size_t>(columns)) {
        std::vector<staff::Tile> here(tiles.begin() + static_cast<std::ptrdiff_t>(row),
                                      tiles.begin() + static_cast<std::ptrdiff_t>(row) + columns);
        column.add(row == 0 ? first_gap : gap, height, [&panel, here, width, row](Rect rect) {
            for (std::size_t i = 0; i < here.size(); ++i) {
                const Rect place{rect.x + static_cast<float>(i) * (width + gap), rect.y, width,
                                 rect.h};
                draw_tile(panel, place, here[i], row + i == 0);
            }
        });
    }
}

void outbox_row(Frame& frame, Rect rect, const model::StaffOutbox::Row& row) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    canvas.line({rect.x, rect.y}, {rect.right(), rect.y}, 2, theme.color.line);
    const float middle = rect.center().y;
    const TextStyle code = theme.type(Type::tile_title);
    const TextStyle title = theme.type(Type::small_body);
    const TextStyle quiet = theme.type(Type::secondary);
    const float code_width = canvas.text_width(row.code, code);
    page::line_at(frame, {rect.x, middle}, code_width + 2, row.code, code);
    const std::string state = row.tries > 0 ? format(Key::staff_outbox_tries, frame.language(),
                                                     {{"n", std::to_string(row.tries)}})
                                            : std::string(frame.word(Key::staff_outbox_queued));
    const TextStyle waiting = quiet.in(theme.contrast ? theme.color.action : theme.color.waiting);
    const float state_width = canvas.text_width(state, waiting);
    page::line_at(frame, {rect.right() - state_width - 2, middle}, state_width + 2, state, waiting);
    const std::string time = words::clock(row.taken);
    const float time_width = canvas.text_width(time, quiet);
    const float time_x = rect.right() - state_width - 28 - time_width;
    page::line_at(frame, {time_x, middle}, time_width + 2, time, quiet);
    const float title_x = rect.x + code_width + 28;
    page::line_at(
        frame, {title_x, middle}, time_x - 20 - title_x,
        format(Key::staff_outbox_party, frame.language(),
               {{"title", row.title.in(frame.language())}, {"n", std::to_string(row.party)}}),
        title, {.step_down = {title.px * 0.9F, title.px * 0.8F}});
}

void add_outbox(Panel& panel, Column& column) {
    Frame& frame = panel.frame;
    const model::StaffOutbox& outbox = panel.page.outbox;
    const float row_height = frame.theme.large ? 108 : 96;
    const int more = outbox.count - static_cast<int>(outbox.rows.size());
    // What stands below the rows, or in their place.
    std::string rest;
    if (outbox.count == 0) rest = frame.word(Key::staff_outbox_none);
    if (more > 0) {
        rest = format(Key::staff_outbox_more, frame.language(), {{"n", std::to_string(more)}});
    }
    const std::size_t lines = outbox.rows.size() + (rest.empty() ? 0 : 1);
    const float height = head_height + static_cast<float>(lines) * row_height + 12;
    column.add(gap, height, [&frame, &outbox, rest, row_height](Rect rect) {
        staff::card(frame, rect);
        frame.canvas.push_ground(frame.theme.color.card);
        staff::card_head(frame, rect, frame.word(Key::staff_tile_outbox),
                         frame.word(Key::staff_outbox_sealed));
        Rect row{rect.x + card_pad, rect.y + head_height, rect.w - 2 * card_pad, row_height};
        for (const model::StaffOutbox::Row& one : outbox.rows) {
            outbox_row(frame, row, one);
            row.y += row_height;
        }
        if (!rest.empty()) {
            const TextStyle style = frame.theme.type(Type::small_body).in(frame.theme.color.ink2);
            page::line_at(frame, {row.x, row.center().y}, row.w, rest, style,
                          {.step_down = {style.px * 0.9F, style.px * 0.8F}});
        }
        frame.canvas.pop();
    });
}

void bars(Frame& frame, Rect area, const model::StaffUse& use) {
    Canvas& canvas = frame.canvas;
    const Theme& theme = frame.theme;
    const auto count = static_cast<float>(std::max<std::size_t>(1, use.touches.size()));
    const float step = area.w / count;
    const float width = step * 0.83F;
    const TextStyle style = theme.type(Type::caption);
    const float bars_height = area.h - style.height() - 8;
    const int most =
        use.touches.empty() ? 0 : *std::max_element(use.touches.begin(), use.touches.end());
    const int now = frame.view.header->now.hour;
    // Where they would touch each other only every second one is said.
    const bool all = canvas.text_width("20", style) + 10 < step;
    float x = area.x;
    for (std::size_t i = 0; i < use.touches.size(); ++i, x += step) {
        const int hour = use.first_hour + static_cast<int>(i);
        const int n = use.touches[i];
        const float share = most > 0 ? static_cast<float>(n) / static_cast<float>(most) : 0;
        const float height = std::max(4.0F, share * bars_height);
        const Rect bar{x + (step - width) / 2, area.y + bars_height - height, width, height};
        const Color color = n == 0        ? theme.color.line
                            : hour == now ? theme.color.action
                                          : theme.pigment(domain::Section::events).fill;
        canvas.round(bar, std::min(8.0F, height / 2), color, Corners::top);
        canvas.element(Role::image,
                       format(Key::staff_use_hour, frame.language(),
                              {{"hour", std::to_string(hour)}, {"n", std::to_string(n)}}),
                       bar);
        if (!all && i % 2 != 0) continue;
        const float room = all ? step : 2 * step;
        canvas.text({x + step / 2 - room / 2, area.bottom() - style.height(), room, style.height()},
                    std::to_string(hour), style, {.align = Align::center});
    }
}

void add_use(Panel& panel, Column& column, float first_gap) {
    Frame& frame = panel.frame;
    const model::StaffUse& use = panel.page.use;
    const float height = frame.theme.large ? 330 : 272;
    column.add(first_gap, height, [&frame, &use](Rect rect) {
        staff::card(frame, rect);
        frame.canvas.push_ground(frame.theme.color.card);
        staff::card_head(frame, rect, frame.word(Key::staff_use_title),
                         format(Key::staff_use_counts, frame.language(),
                                {{"touches", std::to_string(use.touches_today)},
                                 {"visits", std::to_string(use.visits_today)}}));
        bars(frame, {rect.x + card_pad, rect.y + 104, rect.w - 2 * card_pad, rect.h - 104 - 24},
             use);
        frame.canvas.pop();
    });
}

struct Wanted {
    staff::ButtonLook look;
    Action action;
};

std::vector<Wanted> wishes(const Frame& frame, const model::StaffPage& page) {
    const auto why = [&](bool not_possible, Key key) {
        return not_possible ? frame.word(key) : std::string_view{};
    };
    const bool no_office = page.sync.from == model::StaffSync::From::nothing;
    const bool none_waits = page.outbox.count == 0;
    // A sign-up that waits leaves with the next question to the office.
    return {
        {{frame.word(Key::staff_do_sync), "sync", why(no_office, Key::staff_do_sync_none)},
         model::Intent{model::AskOffice{}}},
        {{frame.word(Key::staff_do_resend), "ticket",
          why(none_waits || no_office, Key::staff_do_resend_none)},
         model::Intent{model::AskOffice{}}},
        {{frame.word(Key::staff_do_print), "print", why(!page.printer, Key::staff_do_print_none)},
         Navigation{Stay{}}},
        {{frame.word(Key::staff_do_touch), "hand"}, go({.screen = ScreenName::staff_touch})},
        {{frame.word(Key::staff_do_dark), "moon"}, go({.screen = ScreenName::staff_dark})},
        {{frame.word(Key::staff_back_to_residents), "walk", {}, true}, Navigation{Leave{}}}};
}

void add_buttons(Panel& panel, Column& column) {
    Frame& frame = panel.frame;
    const std::vector<Wanted> all = wishes(frame, panel.page);
    const std::size_t columns = frame.theme.large ? 2 : 3;
    const float width =
        (column.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float height = frame.theme.large ? 136 : button_height;
    for (std::size_t first = 0; first < all.size(); first += columns) {
        const std::vector<Wanted> row(all.begin() + static_cast<std::ptrdiff_t>(first),
                                      all.begin() + static_cast<std::ptrdiff_t>(first + columns));
        column.add(gap, height, [&panel, row, width](Rect rect) {
            float x = rect.x;
            for (const Wanted& wish : row) {
                if (staff::button(panel.frame, {x, rect.y, width, rect.h}, wish.look)) {
                    panel.action = wish.action;
                }
                x += width + gap;
            }
        });
    }
}

void add_foot(Panel& panel, Column& column) {
    Frame& frame = panel.frame;
    const TextStyle style = frame.theme.type(Type::caption);
    const std::string said = staff::foot(panel.page, frame.language());
    const float height = frame.canvas.measure(said, style, column.width).height;
    column.add(28, height, [&frame, said, style](Rect rect) {
        frame.canvas.text({rect.x, rect.y, rect.w, 0}, said, style,
                          {.align = Align::center, .lines_max = 0});
    });
}

std::optional<Action> draw_panel(Frame& frame, const model::StaffPage& page) {
    Canvas& canvas = frame.canvas;
    frame.visit.staff.code.clear();
    std::optional<Action> action = staff::head(
        frame, frame.word(Key::staff_title),
        format(Key::staff_line, frame.language(), {{"time", words::clock(page.opened_at)}}));
    const float top = section_head_bottom(canvas) + (canvas.landscape() ? 24 : -14);
    const Rect area{measure::margin, top, canvas.width() - 2 * measure::margin,
                    canvas.height() - top};
    Panel panel{frame, page, std::nullopt};
    std::vector<Column> columns;
    if (canvas.landscape()) {
        const float left = (area.w - 40) * 0.56F;
        Column facts{.x = area.x, .width = left};
        Column doing{.x = area.x + left + 40, .width = area.w - left - 40};
        add_tiles(panel, facts, 8);
        add_outbox(panel, facts);
        add_use(panel, doing, 8);
        add_buttons(panel, doing);
        add_foot(panel, doing);
        columns = {std::move(facts), std::move(doing)};
    } else {
        Column all{.x = area.x, .width = area.w};
        add_tiles(panel, all, 8);
        add_outbox(panel, all);
        add_use(panel, all, gap);
        add_buttons(panel, all);
        add_foot(panel, all);
        columns = {std::move(all)};
    }
    page::draw_columns(frame, frame.word(Key::staff_title), area, frame.visit.staff.panel, columns,
                       40);
    take(action, std::move(panel.action));
    return action;
}

}  // namespace

std::optional<Action> draw_staff(Frame& frame) {
    const model::StaffPage* page = frame.view.staff.get();
    if (page == nullptr || page->gate != model::StaffGate::open) {
        return staff::draw_code(frame, page);
    }
    return draw_panel(frame, *page);
}

}  // namespace wenlan::ui
