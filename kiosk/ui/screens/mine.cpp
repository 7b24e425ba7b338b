// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "ui/screens/mine_parts.h"
#include "ui/screens/page_parts.h"
#include "ui/screens/paper_receipt.h"
#include "ui/screens/screens.h"
#include "ui/screens/sheet_frame.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chrome.h"

namespace wenlan::ui {

namespace {

constexpr float card_gap = 22;

// The title, what to do when done, and the way out.
std::optional<Action> head(Frame& frame, float top) {
    Canvas& canvas = frame.canvas;
    const Palette& color = frame.theme.color;
    const float leave_width = frame.theme.large ? 190 : 128;
    const Rect leave{canvas.width() - measure::margin - leave_width, top, leave_width,
                     measure::touch_min};
    const float room = leave.x - 24 - measure::margin;
    const TextStyle title = frame.theme.type(Type::title);
    const TextStyle line = frame.theme.type(Type::secondary);
    const float low = canvas.low() ? 0.62F : 1;
    // Keys on a low panel leave room for the fields alone.
    const bool bare = canvas.low() && frame.visit.mine.typing;
    TextStyle sized = title.sized(title.px * low);
    if (!bare) {
        canvas.text({measure::margin, top - (canvas.low() ? 4.0F : 12.0F), room, sized.height()},
                    frame.word(Key::mine_title), sized, {.step_down = {sized.px * 0.85F}});
        canvas.text({measure::margin, top + sized.height() - (canvas.low() ? 4.0F : 14.0F), room,
                     line.height()},
                    frame.word(Key::mine_line), line,
                    {.step_down = {line.px * 0.92F, line.px * 0.84F, line.px * 0.76F}});
    }
    if (page::small_button(frame, leave, frame.word(Key::mine_leave),
                           {color.card, color.ink, true}))
        return Navigation{Leave{}};
    return std::nullopt;
}

// A row that leads to the people at the desk, or to paper.
bool tool(Frame& frame, Rect rect, std::string_view label, std::string_view icon) {
    Pressing press(frame, Role::card, label, rect);
    card_ground(frame, rect, press.amount());
    frame.canvas.push_ground(frame.theme.color.card);
    frame.canvas.icon({rect.x + 56, rect.center().y}, 44, icon, frame.theme.color.ink);
    const TextStyle style = frame.theme.type(Type::body);
    frame.canvas.text(
        {rect.x + 102, rect.y, rect.w - 126, rect.h}, label, style,
        {.step_down = {style.px * 0.9F, style.px * 0.8F, style.px * 0.7F}, .middle = true});
    frame.canvas.pop();
    return press.activated();
}

void print_all(Frame& frame) {
    for (const HeldSignUp& held : frame.visit.mine.held) {
        if (mine::past(held) || !domain::live(held.sign_up.state)) continue;
        frame.devices.printer->print(
            receipt::on_paper(receipt::of(held), frame.view.header->centre, frame.language()));
    }
    frame.visit.mine.printed = true;
    frame.animate();
}

std::optional<Action> tools(Frame& frame, Rect row) {
    std::optional<Action> action;
    const bool prints = frame.devices.prints() && !frame.visit.mine.held.empty();
    Rect help = row;
    if (prints) {
        const bool large = frame.theme.large && !frame.canvas.landscape();
        const float half = large ? row.w : (row.w - measure::gutter) / 2;
        const float height = large ? (row.h - measure::gutter) / 2 : row.h;
        if (tool(frame, {row.x, row.y, half, height}, frame.word(Key::mine_print_all), "print"))
            print_all(frame);
        help = large ? Rect{row.x, row.y + height + measure::gutter, row.w, height}
                     : row.after(half + measure::gutter);
    }
    if (tool(frame, help, frame.word(Key::mine_forgot), "help"))
        action = open_sheet(Key::strip_help, Key::later_help);
    return action;
}

float tools_height(const Frame& frame) {
    const bool two = frame.devices.prints() && frame.theme.large && !frame.canvas.landscape();
    return two ? 2 * 128 + measure::gutter : 128;
}

// Those to come, then, folded, those that are over.
void add_cards(Frame& frame, page::Column& column, std::optional<Action>& action) {
    MineState& state = frame.visit.mine;
    std::size_t over = 0;
    const auto add = [&](std::size_t i) {
        const float height = mine::card_height(frame, state.held[i], column.width);
        column.add(column.blocks.empty() ? 4 : card_gap, height, [&frame, &action, i](Rect rect) {
            take(action, mine::card(frame, rect, frame.visit.mine.held[i], i));
        });
    };
    for (std::size_t i = 0; i < state.held.size(); ++i) {
        if (mine::past(state.held[i])) {
            ++over;
        } else {
            add(i);
        }
    }
    if (over == 0) return;
    column.add(card_gap, measure::touch_min, [&frame, over](Rect rect) {
        const std::string label =
            format(Key::mine_past, frame.language(), {{"n", std::to_string(over)}});
        Pressing press(frame, Role::row, label, rect);
        page::line_at(frame, {rect.x + 8, rect.center().y}, rect.w - 60, label,
                      frame.theme.type(Type::row_title).in(frame.theme.color.ink2));
        frame.canvas.icon({rect.right() - 30, rect.center().y}, 40,
                          frame.visit.mine.past_unfolded ? "down" : "next", frame.theme.color.ink2);
        if (press.activated()) {
            frame.visit.mine.past_unfolded = !frame.visit.mine.past_unfolded;
            frame.animate();
        }
    });
    if (!state.past_unfolded) return;
    for (std::size_t i = 0; i < state.held.size(); ++i)
        if (mine::past(state.held[i])) add(i);
}

std::optional<Action> list(Frame& frame, Rect area) {
    std::optional<Action> action;
    MineState& mine = frame.visit.mine;
    page::Column column{.x = area.x, .width = area.w};
    if (!mine.held.empty()) {
        const TextStyle heading = frame.theme.type(Type::section);
        column.add(0, heading.height(), [&frame, heading](Rect rect) {
            frame.canvas.text(rect,
                              format(Key::mine_count, frame.language(),
                                     {{"n", std::to_string(frame.visit.mine.held.size())}}),
                              heading, {.step_down = {heading.px * 0.85F}});
        });
    }
    const bool offline = mine.offline && !mine.held.empty();
    if (offline) {
        page::add_text(frame, column, 8, frame.word(Key::mine_offline),
                       frame.theme.type(Type::secondary).in(frame.theme.color.waiting));
    }
    add_cards(frame, column, action);
    if (mine.printed)
        page::add_text(frame, column, card_gap, frame.word(Key::mine_printing),
                       frame.theme.type(Type::body).in(frame.theme.color.good));
    column.add(card_gap, tools_height(frame),
               [&frame, &action](Rect rect) { take(action, tools(frame, rect)); });
    page::add_text(frame, column, 28, frame.word(Key::mine_idle), frame.theme.type(Type::caption));
    page::draw_columns(frame, frame.word(Key::mine_title), area, mine.list, {&column, 1}, 40);
    return action;
}

}  // namespace

std::optional<Action> draw_mine(Frame& frame) {
    Canvas& canvas = frame.canvas;
    std::optional<Action> action = mine::follow(frame);
    head_wash(frame);
    take(action, top_band(frame));
    const PageArea page = page_area(canvas);
    const float top = page.content.y + 16;
    take(action, head(frame, top));
    const bool bare = canvas.low() && frame.visit.mine.typing;
    const float fields_y =
        bare ? page.content.y + 2 : top + measure::touch_min + (canvas.low() ? 12.0F : 56.0F);
    const float width = canvas.width() - 2 * measure::margin;
    const Rect entry{measure::margin, fields_y, width, mine::fields_height(frame)};
    mine::fields(frame, entry);
    const float bottom = frame.visit.mine.typing ? mine::pad_ground(frame).y - 8 : page.dock_top;
    const Rect below{measure::margin, entry.bottom(), width, bottom - entry.bottom()};
    if (below.h >= 120) take(action, list(frame, below));
    if (frame.visit.mine.typing) {
        take(action, mine::pad(frame));
    } else {
        fade_above_dock(frame, page.dock_top, 70);
    }
    return action;
}

}  // namespace wenlan::ui
